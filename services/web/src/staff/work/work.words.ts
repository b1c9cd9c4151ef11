import type { Words } from '../../words/words.js';

export const WORK_WORDS = {
  'work.empty': ['现在没有轮到您办的事。', 'Nothing waits for you now.'],
  'work.submissions': ['{{n}} 件等您处理', '{{n}} wait for you'],
  'work.submissions.more': ['{{n}} 件以上等您处理', 'more than {{n}} wait for you'],
  'work.capacity': ['以{{role}}身份', 'as {{role}}'],
} as const satisfies Words;
