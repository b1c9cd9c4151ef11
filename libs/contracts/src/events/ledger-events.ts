import type { LedgerState, MilestoneState } from '../states.js';

/** What every event of a ledger entry says about it. */
export interface LedgerEventFact {
  entryId: string;
  whistleId: string;
  number: string;
  communityId: string;
  departmentId?: string;
  state: LedgerState;
  version: number;
  dueAt?: number;
  /** The timetable as it stands, in its order; absent in events from before reports were made of it. */
  milestones?: { milestoneId: string; dueAt: number; state: MilestoneState; slips: number }[];
  at: number;
}

/** Events of the topic `hsl.whistles`, key = entry id. */
export interface LedgerEventData {
  /** Fires when the lead applied for the ledger, or the group leader chose it. */
  'ledger.applied.v1': LedgerEventFact & { days: number; isChosen: boolean };
  /** Fires when it was approved by rank. */
  'ledger.approved.v1': LedgerEventFact;
  /** Fires when it was refused. */
  'ledger.refused.v1': LedgerEventFact;
  /** Fires when a milestone is reported done. */
  'ledger.milestoneDone.v1': LedgerEventFact & { milestoneId: string; onTime: boolean };
  /** Fires when a milestone was missed: one slip is a yellow card, two a red one and a review. */
  'ledger.milestoneSlipped.v1': LedgerEventFact & { milestoneId: string; slips: number; newDueAt: number };
  /** Fires at the end of each quarter. */
  'ledger.reviewDue.v1': LedgerEventFact & { isYearEnd: boolean };
  /** Fires when the lead asks to carry it over. */
  'ledger.carryOverProposed.v1': LedgerEventFact;
  /** Fires when it was carried over with new dates. */
  'ledger.carriedOver.v1': LedgerEventFact;
  /** Fires when carrying over was refused. */
  'ledger.carryOverRefused.v1': LedgerEventFact;
  /** Fires when its last milestone is done. */
  'ledger.delivered.v1': LedgerEventFact;
  /** Fires when its matter went another way. */
  'ledger.closed.v1': LedgerEventFact;
}
