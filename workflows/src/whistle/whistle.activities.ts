import type { Grade, Level, Tier, Track } from '@hsl/contracts/grades';
import type { ActorRef } from '@hsl/contracts/roles';
import type { DeclineCode, LastChoice, LookBackResult, SessionOutcome, WhistleState } from '@hsl/contracts/states';
import type { Deadline, RungAt, Step, WaitingFor } from '@hsl/contracts/steps';
import type { TaskRef, WhistleProgress } from '@hsl/contracts/whistle-progress';

/** A step that a person took and wrote something with. */
interface Written {
  contentId?: string;
}

/** Part of a fact that concluded the matter. */
interface Concluding {
  /** Present when this concluded the matter: its look-backs. */
  lookBacksDueAt?: number[];
}

/** What happened: one decision, one fact. The owner turns it into a timeline entry and events. */
export type WhistleFact =
  | { type: 'countersigned' }
  | ({ type: 'sentBack' } & Written)
  | ({ type: 'resubmitted' } & Written)
  | { type: 'lapsed' }
  | ({ type: 'declineProposed'; reasonCode: DeclineCode } & Written)
  | ({ type: 'declineRejected' } & Written)
  | ({ type: 'declined'; reasonCode: DeclineCode } & Written)
  | ({ type: 'objected' } & Written)
  | ({ type: 'objectionRuled'; upheld: boolean } & Written)
  | { type: 'objectionClosed' }
  | { type: 'accepted'; auto: boolean; tier?: Tier; track?: Track; candidateLeadId?: string; tasks?: TaskRef[] }
  | ({ type: 'regraded'; fromGrade: Grade; fromLevel: Level; tasks?: TaskRef[] } & Written)
  | { type: 'escalated'; departmentId?: string }
  | ({ type: 'contacted'; onTime: boolean } & Written)
  | { type: 'checkedIn'; memberId?: string; substituted: boolean }
  | ({ type: 'deliberating'; sessionId: string } & Written)
  | { type: 'deliberated'; sessionId: string; outcome: SessionOutcome }
  | ({ type: 'selfResolved' } & Written)
  | ({ type: 'dispatched'; tasks: TaskRef[] } & Written)
  | ({ type: 'unitsChanged'; tasks: TaskRef[]; droppedTaskIds: string[] } & Written)
  | { type: 'rescheduled'; dueAt: number }
  | { type: 'feedbackSubmitted' }
  | ({ type: 'verified' } & Written)
  | ({ type: 'verificationFailed'; leadTaskId?: string; falseFeedback: boolean } & Written)
  | ({
      type: 'revisited';
      satisfaction: 'satisfied' | 'basic' | 'dissatisfied';
      solved: 'yes' | 'partly' | 'no';
      dissatisfiedCount: number;
    } & Written &
      Concluding)
  | ({ type: 'unreached'; attempts: number } & Concluding)
  | ({ type: 'proactiveConfirmed' } & Written & Concluding)
  | ({ type: 'sessionConvened'; sessionId: string } & Written)
  | { type: 'sessionConcluded'; sessionId: string; outcome: SessionOutcome }
  | ({ type: 'outcomeChosen'; choice: LastChoice } & Written & Concluding)
  | ({ type: 'merged'; masterId: string } & Written)
  | { type: 'absorbed'; absorbedId: string; reporterCount: number }
  | { type: 'repeatLinked'; repeatOf: string; repeatOfNumber: string }
  | ({ type: 'withdrawProposed' } & Written)
  | ({ type: 'withdrawRefused' } & Written)
  | ({ type: 'withdrawn' } & Written)
  | ({ type: 'ledgerApplied'; entryId: string } & Written)
  | { type: 'ledgerRefused'; entryId: string }
  | { type: 'ledgered'; entryId: string }
  | { type: 'ledgerDelivered'; entryId: string }
  | { type: 'carriedOver'; entryId: string }
  | { type: 'ledgerResumed'; entryId: string }
  | { type: 'calendarLoaded'; calendarVersion: number }
  | ({ type: 'reopened' } & Written)
  | { type: 'lookBackDue'; sequence: number }
  | ({ type: 'lookBackReported'; sequence: number; result: LookBackResult; reboundWhistleId?: string } & Written)
  | { type: 'rung'; step: Step; rung: number; kind: RungAt['kind']; dueAt: number };

/** The whistle's row after the decision, as far as the workflow decides it. */
export interface WhistleAfter {
  state: WhistleState;
  grade: Grade;
  level: Level;
  ruleSetVersion: number;
  waitingFor: WaitingFor[];
  waitingSince?: number;
  dueAt?: number;
  nextRung?: RungAt;
  deadlines: Deadline[];
  progress: WhistleProgress;
}

export interface WhistleDecision {
  whistleId: string;
  subdistrictId: string;
  /** The version this decision makes; the row must be one below. */
  version: number;
  at: number;
  by: ActorRef;
  /** The state the decision was taken in. */
  from: WhistleState;
  fact: WhistleFact;
  after: WhistleAfter;
}

/** Local activities of the whistle's owner. */
export interface WhistleActivities {
  /** Row, timeline and outbox in one statement; a second call with the same version changes nothing. */
  recordWhistleDecision(decision: WhistleDecision): Promise<void>;
}
