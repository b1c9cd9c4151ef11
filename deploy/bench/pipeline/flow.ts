/** Takes the n-th whistle all the way; answers its id. */
export type Road = (index: number) => Promise<string>;

export interface Flow {
  /** Ids of those that went all the way. */
  concluded: string[];
  /** Why the others did not. */
  failures: unknown[];
  /** From the first beginning to the last end. */
  elapsedSeconds: number;
}

/**
 * Keeps so many whistles on the road for so long, then lets those under way arrive; the time until the last has
 * arrived counts.
 * @param first index of the first one
 */
export async function flow(
  road: Road,
  { atOnce, seconds, first }: { atOnce: number; seconds: number; first: number },
): Promise<Flow> {
  const began = performance.now();
  const concluded: string[] = [];
  const failures: unknown[] = [];
  let next = first;
  const one = async (): Promise<void> => {
    while (performance.now() - began < seconds * 1_000) {
      try {
        concluded.push(await road(next++));
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { concluded, failures, elapsedSeconds: (performance.now() - began) / 1_000 };
}

export const rateOf = ({ concluded, elapsedSeconds }: Flow): number => concluded.length / elapsedSeconds;
