import type { LiveList, LiveMatter } from '@hsl/contracts/schemas/insight';
import { useInfiniteQuery } from '@tanstack/react-query';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

const PAGE_SIZE = 30;
/** Of a file: pages as large as the service gives them, and no more of them than a table program is glad of. */
const FILE_PAGE_SIZE = 100;
const MOST_PAGES = 50;
/** What no notice tells, such as a colleague's step, is seen this much later. */
const ASK_AGAIN_MS = 15_000;

type Filters = Readonly<Record<string, string | undefined>>;

async function pageOf(filters: Filters, cursor: string, limit = PAGE_SIZE): Promise<LiveList> {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams([...given, ['limit', String(limit)]]);
  if (cursor) query.set('cursor', cursor);
  const page = await ask<LiveList>(`/api/live-list?${query.toString()}`);
  if (page.serverNow) setServerNow(page.serverNow);
  return page;
}

/** Matters as the events tell, page by page, least time left first. */
export function useLiveList(filters: Filters) {
  return useInfiniteQuery({
    queryKey: ['live-list', filters],
    queryFn: ({ pageParam }) => pageOf(filters, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
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
