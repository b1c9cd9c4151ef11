import type { PageFound, Place, ReconciliationFound } from '@hsl/contracts/reconciliation';

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
