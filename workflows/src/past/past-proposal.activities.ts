import type { ProposalTerms } from '@hsl/domain/proposal-terms';
import type { PastProposal } from '@hsl/contracts/past-proposal';

export interface PastSubmission {
  terms: ProposalTerms;
  /** Drafts with words for each step of which only the date is known. */
  contentIds: { submit: string; recordMeeting: string; reply: string };
}

/** Of the proposals' owner; doing it again answers the same. */
export interface PastProposalActivities {
  recordPastTexts(proposal: PastProposal): Promise<PastSubmission>;
}
