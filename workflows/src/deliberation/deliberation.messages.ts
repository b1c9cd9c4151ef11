import type { ActorRef } from '@hsl/contracts/roles';
import type { SessionOutcome, SessionPurpose, SessionState } from '@hsl/contracts/states';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

/** A session on a matter: before its dispatch, or after a resident was dissatisfied twice (domain 4.2, 4.5). */
export interface DeliberationInput {
  sessionId: string;
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  purpose: SessionPurpose;
  /** Members who checked in and, after a dissatisfaction, the lead department. */
  memberIds: string[];
  leadDepartmentId?: string;
  /** Instant from which the time to hold it runs. */
  convenedAt: number;
  /** User id of whoever convened it. */
  convenedBy: string;
  terms: MatterTerms;
  /** Set when the process before was lost: this one is no child of the matter and tells it what it came to. */
  isBegunAgain?: boolean;
  /** Of one that is begun again: it is convened already, and goes on from what stands in its row. */
  resumed?: SessionResumed;
}

/** Where a session stood when its process was lost. */
export interface SessionResumed {
  version: number;
  round: 1 | 2;
  /** Instant from which the time of this round runs. */
  since: number;
  /** Rungs that have fired in this round. */
  fired: number;
  /** What it came to, if it was held for the last time: then only the matter is still to be told. */
  heldWith?: SessionOutcome;
}

/** What the matter that waits for the session gets. `none` after two sessions, or when a dissatisfied one explains. */
export interface DeliberationDone {
  outcome: SessionOutcome;
  sessions: number;
}

export interface HoldSessionCommand {
  by: ActorRef;
  outcome: SessionOutcome;
  /** The draft with problem, consensus text and dissent, in the topics service. */
  contentId: string;
}

export interface SessionTaken {
  state: SessionState;
  version: number;
}

export interface SessionView {
  sessionId: string;
  state: SessionState;
  version: number;
  /** 1, or 2 for the second session after one without result. */
  round: 1 | 2;
  outcome?: SessionOutcome;
  dueAt: number;
}

export const holdSessionUpdate = defineUpdate<SessionTaken, [HoldSessionCommand]>('holdSession');
/** From the matter: it was withdrawn or merged, nobody needs to meet. */
export const cancelSessionSignal = defineSignal('cancelSession');
export const sessionQuery = defineQuery<SessionView>('session');

/** The process that the topics service runs for it. */
export type DeliberationWorkflow = (input: DeliberationInput) => Promise<DeliberationDone>;
