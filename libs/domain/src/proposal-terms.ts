import type { Calendar } from './limit.js';
import type { ProposalLimits, RuleSetContent } from './rule-set.js';
import type { ClockTerms } from './step-clock.js';

/** What a proposal was submitted under; it travels into its workflow, and only the calendar in it is ever renewed. */
export interface ProposalTerms extends ClockTerms {
  ruleSetVersion: number;
  limits: ProposalLimits;
}

/** The terms of a proposal under that rule set. `calendar` should already be cut to the proposal's future. */
export const proposalTermsFor = (
  ruleSet: { version: number; content: Pick<RuleSetContent, 'timeScale' | 'proposals'> },
  calendar: Calendar,
): ProposalTerms => ({
  ruleSetVersion: ruleSet.version,
  timeScale: ruleSet.content.timeScale,
  calendar,
  limits: ruleSet.content.proposals,
});
