const HOURS_AHEAD_MS = 8 * 3_600_000;
const MONTHS = 6;

/** The half year in Asia/Shanghai, so many before this one; `2026H2`. @param now milliseconds, UTC */
export function halfBefore(now: number, halves: number): string {
  const today = new Date(now + HOURS_AHEAD_MS);
  const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - halves * MONTHS, 1));
  return `${day.getUTCFullYear()}H${day.getUTCMonth() < MONTHS ? 1 : 2}`;
}
