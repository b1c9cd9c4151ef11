import type { LiveList } from '@hsl/contracts/schemas/insight';
import { useInfiniteQuery } from '@tanstack/react-query';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

const PAGE_SIZE = 30;
/** What no notice tells, such as a colleague's step, is seen this much later. */
const ASK_AGAIN_MS = 15_000;

async function pageOf(filters: Readonly<Record<string, string | undefined>>, cursor: string): Promise<LiveList> {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams([...given, ['limit', String(PAGE_SIZE)]]);
  if (cursor) query.set('cursor', cursor);
  const page = await ask<LiveList>(`/api/live-list?${query.toString()}`);
  if (page.serverNow) setServerNow(page.serverNow);
  return page;
}

/** Matters as the events tell, page by page, least time left first. */
export function useLiveList(filters: Readonly<Record<string, string | undefined>>) {
  return useInfiniteQuery({
    queryKey: ['live-list', filters],
    queryFn: ({ pageParam }) => pageOf(filters, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ASK_AGAIN_MS,
  });
}
