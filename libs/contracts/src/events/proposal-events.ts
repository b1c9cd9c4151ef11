import type { FinalProposalRating, ProposalState, ReplyClass } from '../states.js';
import type { RungKind, Step } from '../steps.js';

/** What happened to a proposal. */
export type ProposalChange =
  | 'submitted'
  | 'filed'
  | 'notFiled'
  | 'assigned'
  | 'returnRequested'
  | 'returnUpheld'
  | 'returnRefused'
  | 'opinionGiven'
  | 'meetingRecorded'
  | 'met'
  | 'replyDrafted'
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
    /** User id of the author. */
    submittedBy: string;
    /** Who did it; absent where the clock or another process acted. */
    actedBy?: string;
    leadDepartmentId?: string;
    supportingDepartmentIds: string[];
    /** The unit this change is about, where that is not the lead: which one returned it, or owes an opinion. */
    departmentId?: string;
    replyClass?: ReplyClass;
    rating?: FinalProposalRating;
    /** When the step that is owed now is due; with `rung`, when the late step was. */
    dueAt?: number;
    /** Only with `rung`: which step is late, and how far its ladder was climbed (domain 4.4). */
    step?: Step;
    rung?: number;
    rungKind?: RungKind;
    at: number;
  };
}
