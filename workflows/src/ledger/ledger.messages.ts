import type { ActorRef } from '@hsl/contracts/roles';
import type { LedgerState, MilestoneState } from '@hsl/contracts/states';
import type { MilestoneRef } from '@hsl/contracts/whistle-progress';
import type { RunningClock } from '@hsl/domain/running-clock';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

/** A long-term matter and its register entry (domain 4.1 LedgerEntry, 4.5 long-term matter). */
export interface LedgerInput {
  entryId: string;
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  leadDepartmentId?: string;
  appliedAt: number;
  /** Natural days from the application to the last milestone: up to `ledgerShortDays` a deputy leader approves. */
  days: number;
  milestones: MilestoneRef[];
  terms: MatterTerms;
  /** What an earlier quarter's run left; the entry continues as new each quarter. */
  resumed?: LedgerResumed;
  /** Set when the group leader has chosen the ledger after three dissatisfactions: no application is needed. */
  isChosen?: boolean;
  /** Set when the process before was lost: this one is no child of the matter and tells it what it came to. */
  isBegunAgain?: boolean;
}

/** What the matter gets when its entry is over. */
export type LedgerDone = { outcome: 'refused' | 'delivered' | 'closedUnsolved'; entryId: string };

/** From the entry to its matter, while it runs. */
export interface LedgerNews {
  entryId: string;
  news: 'approved' | 'carriedOver';
}

export interface RuleLedgerCommand {
  by: ActorRef;
  isApproved: boolean;
  contentId?: string;
}

export interface ReportMilestoneCommand {
  by: ActorRef;
  milestoneId: string;
  contentId: string;
}

export interface CarryOverCommand {
  by: ActorRef;
  isApproved: boolean;
  milestones: MilestoneRef[];
  contentId?: string;
  /** Whose request is ruled on; null where only the year's end asks; absent in what was sent before this was asked. */
  proposedBy?: string | null;
}

/** Small: the milestones of an entry are a few dozen at most. */
export interface LedgerResumed {
  version: number;
  milestones: LedgerView['milestones'];
  proposedBy?: string;
  carryOver?: RunningClock;
}

export interface LedgerStepTaken {
  state: LedgerState;
  version: number;
}

export interface LedgerView {
  entryId: string;
  state: LedgerState;
  version: number;
  milestones: (MilestoneRef & { state: MilestoneState; slips: number })[];
}

export const ruleLedgerUpdate = defineUpdate<LedgerStepTaken, [RuleLedgerCommand]>('ruleLedger');
export const reportMilestoneUpdate = defineUpdate<LedgerStepTaken, [ReportMilestoneCommand]>('reportMilestone');
export const proposeCarryOverUpdate = defineUpdate<LedgerStepTaken, [{ by: ActorRef; contentId?: string }]>(
  'proposeCarryOver',
);
export const carryOverUpdate = defineUpdate<LedgerStepTaken, [CarryOverCommand]>('carryOver');
/** From the matter: it was withdrawn. */
export const closeLedgerSignal = defineSignal('closeLedger');
/** To the matter. */
export const ledgerNewsSignal = defineSignal<[LedgerNews]>('ledgerNews');
export const ledgerQuery = defineQuery<LedgerView>('ledger');

/** The process of an entry; it continues as new each quarter. */
export type LedgerWorkflow = (input: LedgerInput) => Promise<LedgerDone>;
