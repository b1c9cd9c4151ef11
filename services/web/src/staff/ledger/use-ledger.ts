import type { LedgerEntry, LedgerPage } from '@hsl/contracts/schemas/ledger';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

const PAGE_SIZE = 30;
const ASK_AGAIN_MS = 15_000;

/** The register as far as the reader may see it, newest first. */
export function useLedger(filters: Readonly<Record<string, string | undefined>>) {
  const { i18n } = useTranslation();
  return useInfiniteQuery({
    queryKey: ['ledger', filters, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: LedgerPage) => nextCursor,
    queryFn: async ({ pageParam }) => {
      const given = Object.entries(filters).filter((one): one is [string, string] => one[1] !== undefined);
      const query = new URLSearchParams([...given, ['limit', String(PAGE_SIZE)]]);
      if (pageParam) query.set('cursor', pageParam);
      const page = await ask<LedgerPage>(`/api/ledger?${query.toString()}`);
      if (page.serverNow) setServerNow(page.serverNow);
      return page;
    },
  });
}

export function useLedgerEntry(id: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['ledger-entry', id, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: async () => {
      const entry = await ask<LedgerEntry>(`/api/ledger/${encodeURIComponent(id)}`);
      if (entry.serverNow) setServerNow(entry.serverNow);
      return entry;
    },
  });
}
