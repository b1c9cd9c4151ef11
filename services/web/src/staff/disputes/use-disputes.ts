import type { Dispute, DisputePage } from '@hsl/contracts/schemas/approvals';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

const PAGE_SIZE = 30;
const ASK_AGAIN_MS = 15_000;

export function useDisputes(isSettled: boolean) {
  const { i18n } = useTranslation();
  return useInfiniteQuery({
    queryKey: ['disputes', isSettled, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: DisputePage) => nextCursor,
    queryFn: async ({ pageParam }) => {
      const query = new URLSearchParams({ open: String(!isSettled), limit: String(PAGE_SIZE) });
      if (pageParam) query.set('cursor', pageParam);
      const page = await ask<DisputePage>(`/api/disputes?${query.toString()}`);
      if (page.serverNow) setServerNow(page.serverNow);
      return page;
    },
  });
}

export function useDispute(id: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['dispute', id, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: async () => {
      const dispute = await ask<Dispute>(`/api/disputes/${encodeURIComponent(id)}`);
      if (dispute.serverNow) setServerNow(dispute.serverNow);
      return dispute;
    },
  });
}
