import type { Words } from '../../words/words.js';

export const QUEUE_WORDS = {
  'queue.title': ['{{title}}（{{n}}）', '{{title}} ({{n}})'],
  'queue.back': ['‹ 回到列表', '‹ Back to the list'],
  'queue.all': ['全部', 'All'],
  'queue.overdue': ['超时', 'Late'],
} as const satisfies Words;
