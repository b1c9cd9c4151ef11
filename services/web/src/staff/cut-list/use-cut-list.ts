import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

interface Page<Item> {
  items: Item[];
  nextCursor?: string;
  serverNow?: string;
}

const PAGE_SIZE = 30;
const ASK_AGAIN_MS = 15_000;

/** A list of a service, page by page, cut down by its own filters. */
export function useCutList<Item>(path: string, filters: Readonly<Record<string, string>>) {
  const { i18n } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['cut-list', path, filters, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: Page<Item>) => nextCursor,
    queryFn: async ({ pageParam }) => {
      const asked = new URLSearchParams({ ...filters, limit: String(PAGE_SIZE) });
      if (pageParam) asked.set('cursor', pageParam);
      const page = await ask<Page<Item>>(`${path}?${asked.toString()}`);
      if (page.serverNow) setServerNow(page.serverNow);
      return page;
    },
  });
  return { query, items: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}
