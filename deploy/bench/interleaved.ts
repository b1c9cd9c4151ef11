/** What one round measured. */
export interface Pair<T> {
  ours: T;
  baseline: T;
}

/**
 * Measures both sides in turn, so that whatever slows this machine down hits both; who goes first changes each round.
 */
export async function interleaved<T>(
  rounds: number,
  ours: () => Promise<T>,
  baseline: () => Promise<T>,
): Promise<Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await ours();
      pairs.push({ ours: first, baseline: await baseline() });
    } else {
      const first = await baseline();
      pairs.push({ ours: await ours(), baseline: first });
    }
  }
  return pairs;
}

export interface Slicing<T> {
  rounds: number;
  /** Into how many parts each measurement of a round is cut. */
  slices: number;
  merge: (parts: readonly T[]) => T;
}

/** The same in slices: the shorter they are, the more alike is what happens to both sides. */
export async function interleavedInSlices<T>(
  { rounds, slices, merge }: Slicing<T>,
  ours: () => Promise<T>,
  baseline: () => Promise<T>,
): Promise<Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const parts = await interleaved(slices, ours, baseline);
    pairs.push({ ours: merge(parts.map((part) => part.ours)), baseline: merge(parts.map((part) => part.baseline)) });
  }
  return pairs;
}
