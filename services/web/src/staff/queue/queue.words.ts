import type { Words } from '../../words/words.js';

export const QUEUE_WORDS = {
  'queue.title': ['{{title}}（{{n}}）', '{{title}} ({{n}})'],
  'queue.all': ['全部', 'All'],
  'queue.overdue': ['超时', 'Late'],
} as const satisfies Words;
