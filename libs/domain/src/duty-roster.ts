import type { Instant } from '@hsl/contracts/instants';

/** One officer's time on duty, [from, to). */
export interface DutyShift {
  userId: string;
  from: Instant;
  to: Instant;
}

/** Who is rung at that instant (S10, domain 4.3); where two shifts meet or overlap, who has come on duty last. */
export function onDuty(roster: readonly DutyShift[], at: Instant): string | undefined {
  let found: DutyShift | undefined;
  for (const shift of roster) {
    if (shift.from <= at && at < shift.to && (!found || shift.from > found.from)) found = shift;
  }
  return found?.userId;
}

/** The first shift that begins before an earlier one has ended, as its place in the roster; undefined if none does. */
export function overlapIn(roster: readonly DutyShift[]): number | undefined {
  const inOrder = [...roster.entries()].toSorted(([, a], [, b]) => a.from - b.from);
  const found = inOrder.find(([, shift], index) => index > 0 && shift.from < inOrder[index - 1]![1].to);
  return found?.[0];
}
