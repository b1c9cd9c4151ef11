import type { Step } from '@hsl/contracts/steps';
import { WHISTLE_ACTION_FORMS } from './whistle-action-forms.js';

interface Action {
  name: string;
  allowed: boolean;
  reason?: string;
  reasonCode?: string;
}

/** What a step that is waited for asks for: it comes first. */
const STEP_ACTIONS: Partial<Record<Step, string>> = {
  ...{ accept: 'whistle.accept', resubmit: 'whistle.resubmit', countersign: 'whistle.countersign' },
  ...{ declineRuling: 'whistle.confirmDecline', objectionRuling: 'whistle.ruleObjection' },
  ...{ firstContact: 'whistle.recordContact', dispatch: 'whistle.dispatch', deliberate: 'session.convene' },
  ...{ verify: 'whistle.verify', revisit: 'whistle.revisit', outcomeChoice: 'whistle.chooseOutcome' },
  withdrawApproval: 'whistle.approveWithdraw',
};
/** May be done at any time and moves nothing on: last. */
const SIDE_STEPS = [
  ...['whistle.raiseGrade', 'whistle.lowerGrade', 'whistle.raiseLevel', 'whistle.lowerLevel'],
  ...['whistle.merge', 'whistle.linkRepeat', 'whistle.withdraw', 'whistle.flagFalseFeedback'],
];
const ORDER = Object.keys(WHISTLE_ACTION_FORMS);

/** Actions this page has a form for: what is waited for first, then in the order of a matter's life. */
export function sortActions<A extends Action>(
  actions: readonly A[],
  owed: readonly Step[],
): { open: A[]; closed: A[] } {
  const first = owed.map((step) => STEP_ACTIONS[step]);
  const rank = (name: string): number =>
    (first.includes(name) ? -ORDER.length : 0) + (SIDE_STEPS.includes(name) ? ORDER.length : 0) + ORDER.indexOf(name);
  const known = actions.filter(({ name }) => ORDER.includes(name)).toSorted((a, b) => rank(a.name) - rank(b.name));
  return {
    open: known.filter(({ allowed }) => allowed),
    // What is never this reader's to do is not worth a word.
    closed: known.filter(({ allowed, reasonCode }) => !allowed && reasonCode !== 'roleNotAllowed'),
  };
}
