import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_WAIT_MS = 50;
const GROWTH = 1.5;
const LONGEST_WAIT_MS = 1_000;
const TIMEOUT_MS = 60_000;
/** How much the latest experience counts. */
const LEARNING = 0.2;
/** Who finds something at the first look might have looked sooner. */
const SOONER = 0.8;

/** How long it usually takes until something has come about, by what it is. */
const usualMs = new Map<string, number>();

/**
 * Looks until there is something: first when it has usually come about, then less and less often, since looking must
 * not become the load that is measured.
 * @param what names it, the same for everything of its kind
 * @throws Error if it does not come about in time
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  timeoutMs: number = TIMEOUT_MS,
): Promise<T> {
  const began = performance.now();
  const firstLookAt = usualMs.get(what) ?? 0;
  await sleep(firstLookAt);
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * GROWTH, LONGEST_WAIT_MS)) {
    const lookedAt = performance.now() - began;
    const found = await look();
    if (found !== undefined) {
      learn(what, waitMs === FIRST_WAIT_MS ? firstLookAt * SOONER : lookedAt);
      return found;
    }
    if (lookedAt > timeoutMs) throw new Error(`${what}: not within ${timeoutMs} ms`);
    await sleep(waitMs);
  }
}

function learn(what: string, tookMs: number): void {
  const usual = usualMs.get(what) ?? tookMs;
  usualMs.set(what, usual + LEARNING * (tookMs - usual));
}
