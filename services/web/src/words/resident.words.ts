import { COMMON_WORDS } from './common.words.js';
import type { Words } from './words.js';

/** Everything residents read: sentences, never terms or codes of the house. */
export const RESIDENT_WORDS: Words = { ...COMMON_WORDS };
