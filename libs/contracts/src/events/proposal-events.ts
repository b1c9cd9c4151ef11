import type { FinalProposalRating, ProposalState, ReplyClass } from '../states.js';
import type { RungKind, Step } from '../steps.js';

/** What happened to a proposal. */
export type ProposalChange =
  | 'submitted'
  | 'filed'
  | 'notFiled'
  | 'assigned'
  | 'meetingRecorded'
  | 'met'
  | 'replied'
  | 'supplemented'
  | 'rated'
  | 'replyRefused'
  | 'carriedOver'
  | 'closed'
  | 'withdrawn'
  | 'calendarLoaded'
  | 'rung';

/** Events of the topic `hsl.topics`, key = proposal id. */
export interface ProposalEventData {
  /** Fires with every decision on a proposal, in order; `version` counts them. */
  'proposal.changed.v1': {
    proposalId: string;
    change: ProposalChange;
    state: ProposalState;
    version: number;
    submittedBy: string;
    leadDepartmentId?: string;
    supportingDepartmentIds: string[];
    replyClass?: ReplyClass;
    rating?: FinalProposalRating;
    /** When the step that is owed now is due. */
    dueAt?: number;
    /** Only with `rung`: which step is late, and how far its ladder was climbed. */
    late?: { step: Step; rung: number; kind: RungKind; dueAt: number };
    at: number;
  };
}
