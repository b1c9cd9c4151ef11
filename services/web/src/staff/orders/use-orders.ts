import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

const PAGE_SIZE = 30;
const ASK_AGAIN_MS = 15_000;

interface Page<Row> {
  items: Row[];
  nextCursor?: string;
  serverNow?: string;
}

/** One of the lists of what follows lateness, newest first. */
export function useOrders<Row>(path: string, filters: Readonly<Record<string, string>>) {
  const { i18n } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['orders', path, filters, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: Page<Row>) => nextCursor,
    queryFn: async ({ pageParam }) => {
      const asked = new URLSearchParams({ ...filters, limit: String(PAGE_SIZE) });
      if (pageParam) asked.set('cursor', pageParam);
      const page = await ask<Page<Row>>(`${path}?${asked.toString()}`);
      if (page.serverNow) setServerNow(page.serverNow);
      return page;
    },
  });
  return { query, rows: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}
