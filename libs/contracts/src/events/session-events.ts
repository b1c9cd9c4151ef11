import type { SessionOutcome, SessionPurpose, SessionState } from '../states.js';

/** What every event of a session says about it. */
export interface SessionFact {
  sessionId: string;
  whistleId: string;
  number: string;
  communityId: string;
  purpose: SessionPurpose;
  state: SessionState;
  /** 1, or 2 for the second session after one without result. */
  round: 1 | 2;
  version: number;
  memberIds: string[];
  leadDepartmentId?: string;
  dueAt: number;
  at: number;
}

/** Who was at a sitting; of sessions on matters, absent in events from before it was told. */
export interface Turnout {
  attendance: number;
  /** Departments that signed in, each once. */
  departmentIds: string[];
  /** Members that signed in, and experts by their accounts. */
  membersPresent: string[];
  expertsPresent: string[];
}

/** Events of the topic `hsl.topics`, key = session id. */
export interface SessionEventData {
  /** Fires when a session on a matter has been convened. */
  'session.convened.v1': SessionFact;
  /** Fires when it was held, `round` being the one that was; `isLast` unless a second one follows. */
  'session.held.v1': SessionFact & { outcome: SessionOutcome; isLast: boolean } & Partial<Turnout>;
  /** Fires when its matter was withdrawn or merged. */
  'session.cancelled.v1': SessionFact;
}
