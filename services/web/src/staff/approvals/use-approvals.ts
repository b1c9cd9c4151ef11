import type { Approval, Ruling } from '@hsl/contracts/schemas/approvals';
import type { LedgerEntry } from '@hsl/contracts/schemas/ledger';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setServerNow } from '../../time/ticking.js';
import { ApiProblem } from '../../http/problem.js';
import { ask } from '../sign-in/session.js';
import { useNameOf } from '../names/use-names.js';
import { byDueAt, ofEntry, ofMatter, ofTask, type ApprovalItem } from './approval-item.js';
import type { ApprovalSource } from './approval-sources.js';

const PAGE_SIZE = 30;
const ASK_AGAIN_MS = 15_000;

interface Page<Row> {
  items: Row[];
  nextCursor?: string;
  serverNow?: string;
}

/** Who has no business with the register at all, has nothing to approve there. */
const nothingIfRefused = (error: unknown): Page<never> => {
  if (error instanceof ApiProblem && error.status === 403) return { items: [] };
  throw error;
};

function useWaiting<Row>(path: string) {
  const { i18n } = useTranslation();
  return useInfiniteQuery({
    queryKey: ['approvals', path, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: Page<Row>) => nextCursor,
    queryFn: async ({ pageParam }): Promise<Page<Row>> => {
      const cursor = pageParam && `&cursor=${encodeURIComponent(pageParam)}`;
      const page = await ask<Page<Row>>(`${path}limit=${PAGE_SIZE}${cursor}`).catch(nothingIfRefused);
      if (page.serverNow) setServerNow(page.serverNow);
      return page;
    },
  });
}

const rowsOf = <Row>({ data }: { data?: { pages: Page<Row>[] } }): Row[] =>
  data?.pages.flatMap(({ items }) => items) ?? [];

/** Everything that waits for the reader's word, from the three services' lists, what runs out first on top. */
export function useApprovals(source: ApprovalSource | undefined) {
  const nameOf = useNameOf();
  const matters = useWaiting<Approval>('/api/approvals?');
  const tasks = useWaiting<Ruling>('/api/rulings?');
  const ledger = useWaiting<LedgerEntry>('/api/ledger?asks=true&');
  const all: ApprovalItem[] = [
    ...rowsOf(matters).flatMap(ofMatter),
    ...rowsOf(tasks).flatMap(ofTask),
    ...rowsOf(ledger).flatMap((entry) => ofEntry(entry, (id) => nameOf('department', id))),
  ];
  const queries = [matters, tasks, ledger];
  const more = queries.filter(({ hasNextPage }) => hasNextPage);
  return {
    items: all.filter((one) => source === undefined || one.source === source).toSorted(byDueAt),
    /** All three as one, for the frame of the page. */
    query: {
      isPending: queries.some(({ isPending }) => isPending),
      error: queries.find(({ error }) => error !== null)?.error ?? null,
      data: queries.some(({ data }) => data !== undefined) ? true : undefined,
      refetch: () => Promise.all(queries.map(({ refetch }) => refetch())),
      hasNextPage: more.length > 0,
      isFetchingNextPage: queries.some(({ isFetchingNextPage }) => isFetchingNextPage),
      fetchNextPage: () => Promise.all(more.map(({ fetchNextPage }) => fetchNextPage())),
    },
  };
}
