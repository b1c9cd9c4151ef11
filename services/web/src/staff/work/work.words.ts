import type { Words } from '../../words/words.js';

export const WORK_WORDS = {
  'work.empty': ['现在没有轮到您办的事。', 'Nothing waits for you now.'],
  'work.capacity': ['以{{role}}身份', 'as {{role}}'],
} as const satisfies Words;
