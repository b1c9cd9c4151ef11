import type { Instant } from '@hsl/contracts/instants';
import type { ProblemCode } from '@hsl/contracts/problem-codes';
import { DAY_MS } from './calendar-day.js';
import type { MatterTerms } from './matter-terms.js';

/**
 * Domain 4.5 long-term matter: at least one milestone in every sixty days from `at` to the last one, in order and in the
 * future. Answers the code of what is wrong, or nothing.
 */
export function checkTimetable(
  milestones: readonly { dueAt: Instant }[],
  at: Instant,
  { thresholds, timeScale }: MatterTerms,
): ProblemCode | undefined {
  const longestMs = (thresholds.milestoneDays * DAY_MS) / timeScale;
  if (milestones.length === 0) return 'milestonesMissing';
  let before = at;
  for (const { dueAt } of milestones) {
    if (dueAt <= before || dueAt - before > longestMs) return 'milestonesMissing';
    before = dueAt;
  }
  return undefined;
}

/** Natural days from the application to the last milestone, begun days counted; unscaled. */
export const ledgerDays = (milestones: readonly { dueAt: Instant }[], at: Instant, timeScale: number): number =>
  Math.ceil(((Math.max(...milestones.map(({ dueAt }) => dueAt)) - at) * timeScale) / DAY_MS);
