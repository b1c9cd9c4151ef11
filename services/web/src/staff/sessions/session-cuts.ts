import { SESSION_PURPOSES, SESSION_STATES } from '@hsl/contracts/states';
import type { Cut } from '../cut-list/cut.js';

/** What the list may be cut down to. */
export const SESSION_CUTS: readonly Cut[] = [
  { name: 'state', codes: SESSION_STATES, words: 'sessionState' },
  { name: 'purpose', codes: [...SESSION_PURPOSES, 'thematic'], words: 'sessionPurpose' },
  { name: 'communityId' },
  { name: 'mine', codes: ['true', 'false'], words: 'mine' },
];
