import type { Query, QueryClient } from '@tanstack/react-query';
import { isSettled, isSlow, matterOf } from './what-news-change.js';

/** What others do is asked for so soon: the service that tells of it has it by then. */
const SOON_MS = 200;
/** Projections, the board and the figures, may be a moment behind; nothing is asked for more often than this. */
const ONCE_MORE_MS = 1_000;

/** Of which matters there are news; `all` when that is not known. */
type News = Set<string> | 'all';

/**
 * Makes open pages ask their services again, soon and once more, however much happens at once; of the pages that show
 * one matter only those of a matter that moved. What is reckoned over a whole month is asked the second time only.
 */
export class AskAgain {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private fresh: News = new Set();
  private asked: News = new Set();

  constructor(private readonly queries: Pick<QueryClient, 'invalidateQueries'>) {}

  /** @param whistleId the matter that moved; without one anything may have */
  want(whistleId?: string): void {
    if (whistleId === undefined) this.fresh = 'all';
    else if (this.fresh !== 'all') this.fresh.add(whistleId);
    if (this.timer === undefined) this.plan(SOON_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private plan(ms: number): void {
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const [fresh, asked] = [this.fresh, this.asked];
      const both = fresh === 'all' || asked === 'all' ? 'all' : new Set([...fresh, ...asked]);
      const isFirst = isEmpty(asked);
      void this.queries.invalidateQueries({ predicate: (query) => isAsked(query, both, isFirst) });
      this.fresh = new Set();
      this.asked = fresh;
      if (!isEmpty(fresh)) this.plan(ONCE_MORE_MS);
    }, ms);
  }
}

const isEmpty = (news: News): boolean => news !== 'all' && news.size === 0;

function isAsked(query: Query, news: News, isFirst: boolean): boolean {
  if (isSettled(query) || (isFirst && isSlow(query))) return false;
  const matter = matterOf(query);
  return news === 'all' || matter === undefined || news.has(matter);
}
