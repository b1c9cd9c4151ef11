import type { ActorRef } from '@hsl/contracts/roles';
import type { SessionOutcome, SessionPurpose, SessionState } from '@hsl/contracts/states';
import type { Deadline, RungAt, Step } from '@hsl/contracts/steps';

export type SessionFact =
  | { type: 'convened'; convenedBy: string; memberIds: string[]; leadDepartmentId?: string }
  | { type: 'held'; outcome: SessionOutcome; round: 1 | 2; isLast: boolean; contentId: string }
  | { type: 'cancelled' }
  | { type: 'calendarLoaded'; calendarVersion: number }
  | { type: 'rung'; step: Step; rung: number; kind: RungAt['kind']; dueAt: number };

/** The session's row after the decision. */
export interface SessionAfter {
  state: SessionState;
  round: 1 | 2;
  outcome?: SessionOutcome;
  dueAt: number;
  deadlines: Deadline[];
  nextRung?: RungAt;
}

export interface SessionDecision {
  sessionId: string;
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  purpose: SessionPurpose;
  /** The version this decision makes; 1 creates the row. */
  version: number;
  at: number;
  by: ActorRef;
  fact: SessionFact;
  after: SessionAfter;
}

/** Local activities of the sessions' owner. */
export interface DeliberationActivities {
  /** Row, timeline, final minutes and outbox in one statement; a second call with the same version changes nothing. */
  recordSessionDecision(decision: SessionDecision): Promise<void>;
}
