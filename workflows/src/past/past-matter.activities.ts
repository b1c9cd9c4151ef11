import type { ActorRef } from '@hsl/contracts/roles';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import type { WhistleDecision } from '../whistle/whistle.activities.js';
import type { PastMatter } from '@hsl/contracts/past-matter';

export interface PastBirth {
  number: string;
  /** What a matter of that grade and that day goes by. */
  terms: MatterTerms;
}

/** Of the whistles' owner. Doing any of them again changes nothing. */
export interface PastMatterActivities {
  /** The whistle as it was blown; no workflow of its own will be started for it. */
  recordPastBirth(matter: PastMatter): Promise<PastBirth>;
  /** A decision as of its day; the matter gets no follow-up but the one recorded here. */
  recordPastDecision(decision: WhistleDecision): Promise<void>;
}

export interface PastFeedback {
  feedbackId: string;
  taskId: string;
  subdistrictId: string;
  by: ActorRef;
  at: number;
}

/** Of the departments' owner: words for a feedback of which only the date is known. */
export interface PastFeedbackActivities {
  recordPastFeedback(feedback: PastFeedback): Promise<void>;
}
