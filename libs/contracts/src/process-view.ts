import type { Grade, Level } from './grades.js';
import type { CheckInState, TaskRole, TaskState, WhistleState } from './states.js';
import type { Deadline, RungAt, Step, WaitingFor } from './steps.js';

/** What a running whistle workflow answers when asked where it is (query `process`). */
export interface ProcessView {
  whistleId: string;
  state: WhistleState;
  version: number;
  grade: Grade;
  level: Level;
  ruleSetVersion: number;
  waitingFor: WaitingFor[];
  since?: number;
  deadlines: Deadline[];
  nextRung?: RungAt;
  reworkCount: number;
  tasks: { taskId: string; departmentId: string; role: TaskRole; round: number }[];
}

/** What a running check-in answers. */
export interface CheckInView {
  round: 1 | 2;
  checkedIn: boolean;
  asked: { checkInId: string; memberId: string; state: CheckInState; dueAt: number }[];
  nextRung?: RungAt;
}

/** What a running department task answers. */
export interface TaskView {
  taskId: string;
  departmentId: string;
  role: TaskRole;
  round: number;
  state: TaskState;
  version: number;
  deadlines: Deadline[];
  nextRung?: RungAt;
  rungsFired: { step: Step; rung: number; at: number }[];
}

/** One thing a person may or may not do to an object now; closed ones say why. */
export interface ActionView {
  name: string;
  allowed: boolean;
  /** In the reader's language; absent when allowed. */
  reason?: string;
  reasonCode?: string;
  /** Last instant at which it can be done, where there is one. ISO 8601. */
  until?: string;
}
