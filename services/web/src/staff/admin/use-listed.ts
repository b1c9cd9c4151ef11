import { useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../sign-in/session.js';

const PAGE_SIZE = 30;

export type Filters = Readonly<Record<string, string | undefined>>;

interface Page<Item> {
  items: Item[];
  nextCursor?: string;
}

/** A list of the platform, page by page, cut down by what stands in the address. */
export function useListed<Item>(path: string, filters: Filters = {}) {
  const query = useInfiniteQuery({
    queryKey: ['admin', path, filters],
    queryFn: ({ pageParam: cursor }) => {
      const given = Object.entries(filters).filter((one): one is [string, string] => one[1] !== undefined);
      const search = new URLSearchParams([...given, ['limit', String(PAGE_SIZE)]]);
      if (cursor !== '') search.set('cursor', cursor);
      return ask<Page<Item>>(`${path}?${search.toString()}`);
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return { query, rows: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}

/** Only filters that are known, filled and short are kept: an address typed by hand never breaks a page. */
export function filtersOf<const Name extends string>(
  names: readonly Name[],
  search: Record<string, unknown>,
): Partial<Record<Name, string>> {
  const kept = names.flatMap((name) => {
    const value = search[name];
    const isGood = typeof value === 'string' && value !== '' && value.length <= MOST_CHARACTERS;
    return isGood ? [[name, value] as const] : [];
  });
  return Object.fromEntries(kept) as Partial<Record<Name, string>>;
}

const MOST_CHARACTERS = 60;
