import type { ActorRef } from '@hsl/contracts/roles';
import type { LedgerState, MilestoneState } from '@hsl/contracts/states';
import type { Deadline, RungAt, Step } from '@hsl/contracts/steps';
import type { MilestoneRef } from '@hsl/contracts/whistle-progress';

interface Written {
  contentId?: string;
}

export type LedgerFact =
  | { type: 'ledgerApplied'; days: number; isChosen: boolean }
  | ({ type: 'ledgerApproved' } & Written)
  | ({ type: 'ledgerRefused' } & Written)
  | ({ type: 'milestoneDone'; milestoneId: string; onTime: boolean } & Written)
  /** `slips`: 1 is a yellow card, 2 a red one and a review (domain 4.5 long-term matter). */
  | { type: 'milestoneSlipped'; milestoneId: string; slips: number; newDueAt: number }
  | { type: 'reviewDue'; isYearEnd: boolean }
  | ({ type: 'carryOverProposed' } & Written)
  | ({ type: 'carriedOver' } & Written)
  | ({ type: 'carryOverRefused' } & Written)
  | { type: 'ledgerDelivered' }
  | { type: 'ledgerClosed' }
  | { type: 'calendarLoaded'; calendarVersion: number }
  | { type: 'rung'; step: Step; rung: number; kind: RungAt['kind']; dueAt: number };

export type MilestoneRow = MilestoneRef & { state: MilestoneState; slips: number };

/** The entry's row after the decision. */
export interface LedgerAfter {
  state: LedgerState;
  milestones: MilestoneRow[];
  /** When the next milestone, ruling or review is due. */
  dueAt?: number;
  deadlines: Deadline[];
  nextRung?: RungAt;
  proposedBy?: string;
}

export interface LedgerDecision {
  entryId: string;
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  leadDepartmentId?: string;
  /** The version this decision makes; 1 creates the row. */
  version: number;
  at: number;
  by: ActorRef;
  fact: LedgerFact;
  after: LedgerAfter;
}

/** Local activities of the ledger's owner. */
export interface LedgerActivities {
  /** Entry, milestones, timeline and outbox in one statement; a second call with the same version changes nothing. */
  recordLedgerDecision(decision: LedgerDecision): Promise<void>;
}
