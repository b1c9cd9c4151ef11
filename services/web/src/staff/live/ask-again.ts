import type { QueryClient } from '@tanstack/react-query';

/** What others do is asked for so soon: the service that tells of it has it by then. */
const SOON_MS = 200;
/** Projections, the board and the figures, may be a moment behind; nothing is asked for more often than this. */
const ONCE_MORE_MS = 1_000;
/** Names of departments, communities and people: no step of a matter changes them. */
const REFERENCE: ReadonlySet<unknown> = new Set(['names', 'choices']);

/** Makes open pages ask their services again, soon and once more, however much happens at once. */
export class AskAgain {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isWantedAgain = false;

  constructor(private readonly queries: Pick<QueryClient, 'invalidateQueries'>) {}

  want(): void {
    if (this.timer === undefined) this.plan(SOON_MS);
    this.isWantedAgain = true;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private plan(ms: number): void {
    this.timer = setTimeout(() => {
      void this.queries.invalidateQueries({ predicate: ({ queryKey }) => !REFERENCE.has(queryKey[0]) });
      this.timer = undefined;
      if (!this.isWantedAgain) return;
      this.isWantedAgain = false;
      this.plan(ONCE_MORE_MS);
    }, ms);
  }
}
