import type { DeclineCode, Outcome, SessionOutcome, SessionPurpose, TaskRole } from './states.js';
import type { Step } from './steps.js';

/** Which units handle a category, as the routing table had it. */
export interface Route {
  leadDepartmentId: string;
  supportingDepartmentIds: string[];
}

/** One task as the whistle knows it; its own states and clocks are the department's. */
export interface TaskRef {
  taskId: string;
  departmentId: string;
  role: TaskRole;
  /** 1, and one more per rework. */
  round: number;
  /** Version of the department's row when its last round ended; 0 before the first. */
  version: number;
  /** Start of this round's clocks. */
  since: number;
  /** Units that had this part before, oldest first. */
  tried: string[];
  /** The round was ordered because the feedback before was false (domain 4.5). */
  falseFeedback?: boolean;
}

/** One date of a timetable; its words are the owner's. */
export interface MilestoneRef {
  milestoneId: string;
  dueAt: number;
}

export interface LedgerTimetable {
  entryId: string;
  milestones: MilestoneRef[];
}

/**
 * What a matter remembers beyond its state and clocks: small, ids and codes only. Kept in its row, shown by the API, and
 * enough to go on from when a concluded matter is reopened.
 */
export interface WhistleProgress {
  tasks: TaskRef[];
  memberIds: string[];
  reworkCount: number;
  /** How often its resident was dissatisfied (domain 4.5: three times differently). */
  dissatisfiedCount: number;
  failedVerifications: number;
  /** Residents behind it, those of merged whistles included; 0 for a proactive matter. */
  reporterCount: number;
  /** Whistles merged into this one. */
  absorbedIds: string[];
  isCountersigned: boolean;
  contactedAt?: number;
  /** A refusal that waits for the deputy leader, or that was confirmed. */
  decline?: { reasonCode: DeclineCode; proposedBy: string; confirmedBy?: string };
  /** `open` while the objection waits for its ruling; one is all there is. */
  objection?: 'open' | 'ruled';
  /** `outcome` once it was held. */
  session?: { sessionId: string; purpose: SessionPurpose; convenedBy: string; outcome?: SessionOutcome };
  selfResolvedBy?: string;
  withdrawProposedBy?: string;
  /** The ledger entry that was applied for, or that runs; `isClosing` once it was told to end and has not yet. */
  ledger?: LedgerTimetable & { isClosing?: true };
  masterId?: string;
  /** The concluded matter that this one repeats (domain 4.5 repeat). */
  repeatOf?: string;
  outcome?: Outcome;
  conclusions: number;
  /** Steps that were late: true for ever, whatever came after (domain 4.5 deadline missed). */
  lateSteps: Step[];
}
