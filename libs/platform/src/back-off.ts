/** After so many tries in vain a delivery is dead: with half a minute to begin with, some seven hours later. */
export const MOST_ATTEMPTS = 11;
const LONGEST_MS = 3_600_000 * 3;

/** Milliseconds from try number `attempts` (1 is the first) to the next; undefined if there is none. */
export function backOffMs(attempts: number, firstMs: number): number | undefined {
  if (attempts >= MOST_ATTEMPTS) return undefined;
  return Math.min(firstMs * 2 ** (attempts - 1), LONGEST_MS);
}
