import { useInfiniteQuery } from '@tanstack/react-query';
import { ask } from './sign-in/session.js';

const PAGE_SIZE = 30;

interface ListPage<Item> {
  items: Item[];
  nextCursor?: string;
}

/** What a list is cut down to; what is undefined does not cut. */
export type Cuts = Readonly<Record<string, string | undefined>>;

/** The path with what is asked for. */
export function pathWith(path: string, cuts: Cuts): string {
  const given = Object.entries(cuts).filter((cut): cut is [string, string] => cut[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** Any list of the platform, page by page. */
export function usePages<Item>(path: string, cuts: Cuts = {}, isEnabled = true) {
  const query = useInfiniteQuery({
    queryKey: ['pages', path, cuts],
    enabled: isEnabled,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: ListPage<Item>) => nextCursor,
    queryFn: ({ pageParam }) =>
      ask<ListPage<Item>>(pathWith(path, { ...cuts, limit: String(PAGE_SIZE), cursor: pageParam || undefined })),
  });
  return { query, items: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}
