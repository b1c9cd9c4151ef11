import type { RuleSetProposal } from '@hsl/contracts/schemas/rules';
import type { ActionTable, Listed } from '../../actions/sort-actions.js';

/** A version takes effect when its day begins in Asia/Shanghai. */
const START_OF_DAY = 'T00:00:00+08:00';

export const PROPOSAL_ACTIONS: ActionTable = {
  forms: {
    'ruleSet.approve': {
      path: 'approval',
      fields: [{ name: 'effectiveFrom', kind: 'plainDay' }],
      toBody: ({ effectiveFrom }) => ({ effectiveFrom: String(effectiveFrom) + START_OF_DAY }),
    },
    'ruleSet.reject': { path: 'rejection', fields: [{ name: 'reason', kind: 'text', maxLength: 1_000 }] },
  },
  stepActions: {},
  sideSteps: ['ruleSet.reject'],
};

/** One right covers both decisions; what is outdated can still be rejected. */
export function proposalActions({ actions }: Pick<RuleSetProposal, 'actions'>): Listed[] {
  return actions.flatMap((action): Listed[] => {
    const mayReject = action.allowed || action.reasonCode === 'wrongState';
    return [action, ...(mayReject ? [{ name: 'ruleSet.reject', allowed: true }] : [])];
  });
}
