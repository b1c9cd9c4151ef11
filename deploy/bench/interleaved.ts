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
