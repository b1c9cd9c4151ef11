import type { Instant } from '@hsl/contracts/instants';
import type { Finding, PageFound, Place } from '@hsl/contracts/reconciliation';
import type { TaskQueue } from '@hsl/contracts/workflow-ids';

export interface ReconciliationFound {
  /** Names this reconciliation: the same report is kept once, however often it is handed in. */
  roundId: string;
  subdistrictId: string;
  /** The service whose rows were compared; the whistles' if absent. */
  owner?: TaskQueue;
  startedAt: Instant;
  finishedAt: Instant;
  checked: number;
  repaired: number;
  reported: number;
  findings: Finding[];
}

/** Activities of each owner of rows, on its own queue; ordinary ones, since they ask the Temporal server. */
export interface ReconciliationActivities {
  /** Whose rows are to be reconciled. */
  reconcileSubdistricts(): Promise<string[]>;
  /** Looks at one page and repairs what is safe. Doing it again finds what was repaired in order. */
  reconcilePage(page: { subdistrictId: string; place: Place }): Promise<PageFound>;
}

/** Of the whistles' owner alone, who keeps the reports of all. */
export interface ReconciliationReports {
  recordReconciliation(found: ReconciliationFound): Promise<void>;
}
