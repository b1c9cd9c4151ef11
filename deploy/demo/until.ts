import { setTimeout as sleep } from 'node:timers/promises';

export const LOOK_EVERY_MS = 500;

/** Long enough for everything that needs no clock to run out, also on a machine that is busy. */
export const SOON_MS = 90_000;

/**
 * Looks until there is what is looked for.
 * @param what for the reader of the error: what was waited for
 * @throws Error after `timeoutMs`
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  timeoutMs: number = SOON_MS,
): Promise<T> {
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > giveUpAt) throw new Error(`等了 ${Math.round(timeoutMs / 1000)} 秒，没有等到：${what}`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** How long to wait for something that happens when a clock runs out. @param dueAt ISO 8601 */
export const msUntil = (dueAt: string): number => Math.max(0, Date.parse(dueAt) - Date.now()) + SOON_MS;
