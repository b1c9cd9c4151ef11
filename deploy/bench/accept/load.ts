import { setTimeout as sleep } from 'node:timers/promises';

/** One thing done once; rejects if it was not done. */
export type Deed = () => Promise<void>;

export interface Load {
  /** How often it was done. */
  done: number;
  elapsedSeconds: number;
  /** Each in milliseconds, from its beginning to its end. */
  latenciesMs: number[];
}

/** More under way than this, and the load is more than can be borne. */
const MOST_UNDER_WAY = 2_000;

/** As fast as it goes with so many at a time: each begins when another ends. */
export async function pressing(deed: Deed, { atOnce, seconds }: { atOnce: number; seconds: number }): Promise<Load> {
  const began = performance.now();
  const endAt = began + seconds * 1_000;
  const latenciesMs: number[] = [];
  const one = async (): Promise<void> => {
    while (performance.now() < endAt) latenciesMs.push(await timed(deed));
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { done: latenciesMs.length, elapsedSeconds: (performance.now() - began) / 1_000, latenciesMs };
}

/**
 * So many a second, evenly, whether the ones before have ended or not: who comes does not ask how busy we are.
 * @throws Error if they pile up
 */
export async function steady(
  deed: Deed,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Load> {
  const began = performance.now();
  const latenciesMs: number[] = [];
  const underWay = new Set<Promise<void>>();
  for (let index = 0; index < Math.round(perSecond * seconds); index += 1) {
    const waitMs = began + (index * 1_000) / perSecond - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    if (underWay.size >= MOST_UNDER_WAY) throw new Error(`${perSecond} a second is more than can be borne`);
    const one = timed(deed).then((latencyMs) => void latenciesMs.push(latencyMs));
    underWay.add(one);
    void one.then(
      () => underWay.delete(one),
      // Reported by the one who waits for all of them.
      () => undefined,
    );
  }
  await Promise.all(underWay);
  return { done: latenciesMs.length, elapsedSeconds: (performance.now() - began) / 1_000, latenciesMs };
}

async function timed(deed: Deed): Promise<number> {
  const began = performance.now();
  await deed();
  return performance.now() - began;
}

/** Several loads as if they had been one. */
export function together(loads: readonly Load[]): Load {
  const sum = (key: 'done' | 'elapsedSeconds'): number => loads.reduce((total, load) => total + load[key], 0);
  return {
    done: sum('done'),
    elapsedSeconds: sum('elapsedSeconds'),
    latenciesMs: loads.flatMap(({ latenciesMs }) => latenciesMs),
  };
}
