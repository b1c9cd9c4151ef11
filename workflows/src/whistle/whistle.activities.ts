import type { Grade, Level, Tier, Track } from '@hsl/contracts/grades';
import type { ActorRef } from '@hsl/contracts/roles';
import type { LookBackResult, TaskRole, WhistleState } from '@hsl/contracts/states';
import type { Deadline, RungAt, Step, WaitingFor } from '@hsl/contracts/steps';

/** One task as the dispatch made it. */
export interface TaskRef {
  taskId: string;
  departmentId: string;
  role: TaskRole;
  round: number;
  /** Version of the department's row when its last round ended; 0 before the first. */
  version: number;
}

/** What happened: one decision, one fact. The owner turns it into a timeline entry and an event. */
export type WhistleFact =
  | { type: 'accepted'; auto: boolean; tier?: Tier; track?: Track; candidateLeadId?: string }
  | { type: 'checkedIn'; memberId?: string; substituted: boolean }
  | { type: 'dispatched'; tasks: TaskRef[]; contentId?: string }
  | { type: 'feedbackSubmitted' }
  | { type: 'verified'; contentId?: string }
  | { type: 'verificationFailed'; contentId?: string; leadTaskId: string }
  | {
      type: 'revisited';
      satisfaction: 'satisfied' | 'basic' | 'dissatisfied';
      solved: 'yes' | 'partly' | 'no';
      contentId?: string;
      /** Present when this revisit concluded the matter. */
      lookBacksDueAt?: number[];
    }
  | { type: 'lookBackDue'; sequence: number }
  | {
      type: 'lookBackReported';
      sequence: number;
      result: LookBackResult;
      contentId?: string;
      reboundWhistleId?: string;
    }
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
  reworkCount: number;
  leadDepartmentId?: string;
  departmentIds: string[];
  memberIds: string[];
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
