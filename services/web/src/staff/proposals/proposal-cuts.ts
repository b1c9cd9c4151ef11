import { PROPOSAL_STATES } from '@hsl/contracts/states';
import type { Cut } from '../cut-list/cut.js';

/** What the list may be cut down to. */
export const PROPOSAL_CUTS: readonly Cut[] = [
  { name: 'state', codes: PROPOSAL_STATES, words: 'proposalState' },
  { name: 'mine', codes: ['true', 'false'], words: 'proposals.mine' },
];
