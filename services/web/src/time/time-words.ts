import type { COMMON_WORDS } from '../words/common.words.js';

export type CommonKey = keyof typeof COMMON_WORDS;
