import type { Instant } from '@hsl/contracts/instants';
import type { Finding } from '@hsl/contracts/reconciliation';

/** Where a reconciliation goes on: first all open rows, then all running workflows. */
export interface Place {
  part: 'rows' | 'workflows';
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
  startedAt: Instant;
  finishedAt: Instant;
  checked: number;
  repaired: number;
  reported: number;
  findings: Finding[];
}

/** Activities of the whistles' owner; ordinary ones, since they ask the Temporal server. */
export interface ReconciliationActivities {
  /** Whose whistles are to be reconciled. */
  reconcileSubdistricts(): Promise<string[]>;
  /** Looks at one page and repairs what is safe. Doing it again finds what was repaired in order. */
  reconcilePage(page: { subdistrictId: string; place: Place }): Promise<PageFound>;
  recordReconciliation(found: ReconciliationFound): Promise<void>;
}
