import type { TaskRuling } from '@hsl/contracts/events/task-events';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import type { WhistleKind } from '@hsl/contracts/grades';
import type { Outcome, TaskRole, TaskState } from '@hsl/contracts/states';
import type { RungAt, RungKind, Step } from '@hsl/contracts/steps';

/** Everything the events have said about one whistle. Instants are epoch milliseconds. */
export interface MatterFile {
  whistle?: {
    snapshot: WhistleSnapshot;
    /** Place of the snapshot among the whistle's own events. */
    sequence: number;
    concludedAt?: number;
    /** As the event of its newest end tells; what was taken up again afterwards has not ended. */
    ended?: MatterEnd;
    /** As its birth tells, which may come after later events. */
    kind?: WhistleKind;
  };
  tasks: readonly TaskFacts[];
  rungs: readonly FiredRung[];
}

export interface MatterEnd {
  at: number;
  outcome: Outcome;
}

/** A department's task as its newest event tells. */
export interface TaskFacts {
  taskId: string;
  departmentId: string;
  role: TaskRole;
  round: number;
  state: TaskState;
  acknowledgeDueAt: number;
  feedbackDueAt: number;
  nextRung?: RungAt;
  ruling?: TaskRuling;
  version: number;
  sequence: number;
  at: number;
}

export type FiredRungKind = RungKind;

export interface FiredRung {
  /** The task or member whose step is late; empty for the whistle's own step. */
  ownerId: string;
  step: Step;
  dueAt: number;
  rung: number;
  kind: FiredRungKind;
  departmentId?: string;
  memberId?: string;
  at: number;
  nextRung?: RungAt;
  /** Place among the events of the owner. */
  sequence: number;
}

export const EMPTY_FILE: MatterFile = { tasks: [], rungs: [] };
