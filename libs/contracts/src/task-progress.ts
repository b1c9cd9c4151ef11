import type { ReturnReason, TaskState } from './states.js';
import type { Step } from './steps.js';

/** Where a dispute over responsibility is (domain 4.5): the site meeting, the ruling, the time to appeal, the appeal. */
export const DISPUTE_PHASES = ['siteMeeting', 'ruling', 'appealable', 'appealed'] as const;
export type DisputePhase = (typeof DISPUTE_PHASES)[number];

/** What a department's task remembers beyond its state and clocks: small, ids and codes only. */
export interface TaskProgress {
  /** Units that had this part before, oldest first. */
  tried: string[];
  /** One return per unit and whistle (domain 4.5); `from` is where it goes back to. */
  returnRequest?: { reasonCode: ReturnReason; toDepartmentId: string; from: TaskState; isOpen: boolean };
  dispute?: { phase: DisputePhase; toDepartmentId: string; ruledBy?: string };
  /** The extension that waits for its ruling. */
  extension?: { newDueAt: number };
  extensionsGranted: number;
  /** Supporting tasks the lead has called idle, with the instant. */
  idleFlags: { taskId: string; at: number }[];
  /** Once only; `resumedAt` when the clock went on. */
  pause?: { taskId: string; since: number; resumedAt?: number };
  /** Supervise orders that wait for an answer. */
  openOrders: string[];
  /** Steps that were late: true for ever, whatever came after (domain 4.5 deadline missed). */
  lateSteps: Step[];
}
