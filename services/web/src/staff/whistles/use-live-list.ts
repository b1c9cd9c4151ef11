import type { LiveList, LiveMatter } from '@hsl/contracts/schemas/insight';
import { useInfiniteQuery } from '@tanstack/react-query';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';
import { allOfOwner, likeTheLiveList, ownersQuery } from './owners-list.js';
import { heardOfOverview, isAway, overviewHeardAt } from './overview-away.js';

const PAGE_SIZE = 30;
/** Of a file: pages as large as the service gives them, and no more of them than a table program is glad of. */
const FILE_PAGE_SIZE = 100;
const MOST_PAGES = 50;
/** What no notice tells, such as a colleague's step, is seen this much later. */
const ASK_AGAIN_MS = 15_000;

type Filters = Readonly<Record<string, string | undefined>>;

/** A page of the live list, or of the owner's list in its place. */
interface Page extends Pick<LiveList, 'items' | 'nextCursor'> {
  /** The overview is away: since when (ISO 8601), and whether there is more than is shown. */
  away?: { since: string; isCut: boolean };
}

async function pageOf(filters: Filters, cursor: string, limit = PAGE_SIZE): Promise<LiveList> {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams([...given, ['limit', String(limit)]]);
  if (cursor) query.set('cursor', cursor);
  const page = await ask<LiveList>(`/api/live-list?${query.toString()}`);
  if (page.serverNow) setServerNow(page.serverNow);
  heardOfOverview(page.serverNow ?? new Date().toISOString());
  return page;
}

/**
 * The live list is a projection of its own service. While that is away people still have to find what waits for them:
 * then the service that owns the matters is asked, which knows neither cards nor which of its two steps a unit owes.
 * @throws what the live list answered where its owner cannot stand in
 */
async function firstPageOf(filters: Filters): Promise<Page> {
  try {
    return await pageOf(filters, '');
  } catch (error) {
    const query = isAway(error) ? ownersQuery(filters) : undefined;
    if (query === undefined) throw error;
    try {
      return await ownersPage(filters, query);
    } catch (alsoAway) {
      console.info('the owner of the matters does not answer either', alsoAway);
      throw error;
    }
  }
}

async function ownersPage(filters: Filters, query: URLSearchParams): Promise<Page> {
  const [{ items, isCut, serverNow }, places] = await Promise.all([
    allOfOwner(query, ask),
    ask<{ items: { id: string; name: string }[] }>('/api/communities?limit=100'),
  ]);
  if (serverNow) setServerNow(serverNow);
  const names = new Map(places.items.map(({ id, name }) => [id, name]));
  const matters = likeTheLiveList(items, filters);
  return {
    items: matters.map((matter) => ({ ...matter, communityName: names.get(matter.communityId) })),
    away: { since: overviewHeardAt(), isCut },
  };
}

/** Matters as the events tell, page by page, least time left first; as their owner has them while nobody tells. */
export function useLiveList(filters: Filters) {
  return useInfiniteQuery({
    queryKey: ['live-list', filters],
    queryFn: ({ pageParam }): Promise<Page> => (pageParam === '' ? firstPageOf(filters) : pageOf(filters, pageParam)),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: Page) => nextCursor,
    refetchInterval: ASK_AGAIN_MS,
  });
}

/** Every matter of the list; `isCut` if there are more than a file takes. */
export async function allMatters(filters: Filters): Promise<{ matters: LiveMatter[]; isCut: boolean }> {
  const matters: LiveMatter[] = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, nextCursor } = await pageOf(filters, cursor, FILE_PAGE_SIZE);
    matters.push(...items);
    if (nextCursor === undefined) return { matters, isCut: false };
    cursor = nextCursor;
  }
  return { matters, isCut: true };
}
