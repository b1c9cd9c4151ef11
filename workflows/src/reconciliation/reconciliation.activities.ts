import type { Instant } from '@hsl/contracts/instants';
import type { Finding } from '@hsl/contracts/reconciliation';
import type { TaskQueue } from '@hsl/contracts/workflow-ids';

/**
 * Where a reconciliation goes on: first all open rows, and of the whistles' owner then all running workflows, the open
 * entries of the ledger, and the census for the projections.
 */
export interface Place {
  part: 'rows' | 'workflows' | 'ledger' | 'census';
  /** The last row's id, or the server's token; absent at the start of a part. */
  after?: string;
}

export interface PageFound {
  checked: number;
  findings: Finding[];
  /** Absent after the last page of the last part. */
  next?: Place;
}

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
