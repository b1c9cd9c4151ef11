import type { ActorRef } from '@hsl/contracts/roles';
import type { Deadline } from '@hsl/contracts/steps';

/** Ask so many members who were not asked for this whistle before. */
export interface AskMembers {
  round: 1 | 2;
  count: number;
  dueAt: number;
  deadline: Deadline;
}

/** Who was picked; the reasons stay with the owner. */
export interface AskedMember {
  checkInId: string;
  memberId: string;
}

/** Members asked together have the same deadline. */
export interface RescheduledCheckIns {
  checkInIds: string[];
  deadline: Deadline;
}

export type CheckInFact =
  | { type: 'requested'; ask: AskMembers }
  /** `first`: nobody had checked in before, so the whistle is told. */
  | { type: 'confirmed'; checkInId: string; memberId: string; first: boolean; contentId?: string }
  /** A member who was not asked takes the matter on; the deadline is the one the asked have. */
  | { type: 'claimed'; checkInId: string; memberId: string; round: 1 | 2; deadline: Deadline }
  | { type: 'declined'; checkInId: string; reasonCode: string; contentId?: string; ask?: AskMembers }
  | { type: 'missed'; checkInIds: string[]; ask?: AskMembers }
  /** Nobody came in both rounds: the liaison officer stands in, and the whistle is told. */
  | { type: 'substituted' }
  | { type: 'reminded'; checkInIds: string[]; dueAt: number }
  /** The matter was withdrawn or merged: whoever was asked need not come. */
  | { type: 'dismissed'; checkInIds: string[] }
  /** A new calendar; of the members who still owe an answer, those whose deadline was found again. */
  | { type: 'calendarLoaded'; calendarVersion: number; rescheduled: RescheduledCheckIns[] };

export interface CheckInDecision {
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  categoryCode: string;
  /** Counts the decisions of this check-in from 1; a second call with the same number changes nothing. */
  decisionNo: number;
  at: number;
  by: ActorRef;
  fact: CheckInFact;
}

/** Local activities of the check-ins' owner. */
export interface CheckInActivities {
  /** Rows, timeline and outbox in one statement; answers the members asked by this decision (also when repeated). */
  recordCheckInDecision(decision: CheckInDecision): Promise<AskedMember[]>;
}
