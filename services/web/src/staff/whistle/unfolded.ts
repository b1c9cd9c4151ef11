import type { QueryClient } from '@tanstack/react-query';

/** How long paper waits for parts that are still being fetched, in ms; what came until then is printed. */
const PATIENCE_MS = 5_000;
/** Between two looks at the page, in ms: time enough for an opened part to begin asking for its facts. */
const LOOK_MS = 50;

const later = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, LOOK_MS));

/** Unfolds `part` of the page, and what arrives meanwhile, until two looks in a row find nothing folded or awaited. */
export async function unfolded(part: string, queries: QueryClient): Promise<void> {
  const since = performance.now();
  for (let quiet = 0; quiet < 2 && performance.now() - since < PATIENCE_MS; await later()) {
    const folded = document.querySelectorAll<HTMLDetailsElement>(`${part} details:not([open])`);
    for (const one of folded) one.open = true;
    const awaited = queries.isFetching({ predicate: ({ state }) => state.data === undefined });
    quiet = folded.length + awaited === 0 ? quiet + 1 : 0;
  }
}
