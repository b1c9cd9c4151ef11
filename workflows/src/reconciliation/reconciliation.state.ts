import type { Instant } from '@hsl/contracts/instants';
import { MOST_FINDINGS, type PageFound, type Place, type ReconciliationFound } from '@hsl/contracts/reconciliation';
import type { TaskQueue } from '@hsl/contracts/workflow-ids';

/** The subdistrict under way: what was found so far, and where to go on. */
export interface Round extends Omit<ReconciliationFound, 'roundId' | 'finishedAt'> {
  place?: Place;
}

export interface ReconciliationInput {
  /** The service whose rows are compared, on whose queue this runs; the whistles' if absent. */
  owner?: TaskQueue;
  /** What an earlier run left; absent at the start. */
  resumed?: { round?: Round; waiting: string[] };
}

export const newRound = (subdistrictId: string, startedAt: Instant, owner?: TaskQueue): Round => ({
  ...{ subdistrictId, owner, startedAt, checked: 0, repaired: 0, reported: 0, findings: [] },
  place: { part: 'rows' },
});

/** Counts everything, and keeps as many findings as a report holds. */
export function withPage(round: Round, { checked, findings, next }: PageFound): Round {
  const repaired = findings.filter(({ isRepaired }) => isRepaired).length;
  return {
    ...round,
    checked: round.checked + checked,
    repaired: round.repaired + repaired,
    reported: round.reported + findings.length - repaired,
    findings: [...round.findings, ...findings].slice(0, MOST_FINDINGS),
    place: next,
  };
}
