import type { Seat, SessionFormat, SessionLinkKind, SessionMode } from '../sessions.js';
import type { SessionOutcome } from '../states.js';
import type { Turnout } from './session-events.js';

/** What every event of a sitting, and of a session without workflow, says about it: no words, no names. */
export interface SittingFact {
  sessionId: string;
  /** Of a session on a matter. */
  whistleId?: string;
  number?: string;
  communityId?: string;
  /** Of a thematic session. */
  topicId?: string;
  communityIds: string[];
  round: number;
  actedBy: string;
  at: number;
}

/** Events of the topic `hsl.topics`, key = sitting or session id. */
export interface SittingEventData {
  /** Fires when a sitting has been planned, or planned anew. */
  'sitting.planned.v1': SittingFact & { format: SessionFormat; mode: SessionMode; startsAt: number; endsAt: number };
  /** Fires when somebody was invited; `dueAt` is when it begins. Of a resident without account nobody is named. */
  'sitting.invited.v1': SittingFact & Invitee & { participantId: string; seat: Seat; dueAt: number };
  /** Fires for each participant who is reminded; nobody who declined is. */
  'sitting.reminded.v1': SittingFact & Invitee & { participantId: string; dueAt: number };
  /** Fires for each participant when a thematic session was cancelled; `dueAt` is when it would have begun. */
  'sitting.calledOff.v1': SittingFact & Invitee & { participantId: string; dueAt: number };
  /** Fires when a thematic session was held; `isLast` unless a second sitting follows. */
  'session.thematicHeld.v1': SittingFact & { outcome: SessionOutcome; isLast: boolean } & Pick<Turnout, 'attendance'> &
    Partial<Turnout>;
  /** Fires when the outcome of a session has become something: a proposal, a task, a project, a report (S12). */
  'session.linked.v1': {
    sessionId: string;
    /** Of a session on a matter. */
    whistleId?: string;
    kind: SessionLinkKind;
    targetId: string;
    at: number;
  };
  /** Fires when the result of a session was published in plain words, for the residents concerned to be told (S115). */
  'session.published.v1': SittingFact & { memberIds: string[]; links: { kind: SessionLinkKind; targetId: string }[] };
}

/** Whoever is told: one of them at most. */
export interface Invitee {
  memberId?: string;
  inviteeId?: string;
  /** Of an invitation that names no person. */
  departmentId?: string;
}
