import type { CheckIn, CheckInDetails } from '@hsl/contracts/schemas/members';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

interface CheckInPage {
  items: CheckIn[];
  nextCursor?: string;
  serverNow?: string;
}

const PAGE_SIZE = 30;
const ASK_AGAIN_MS = 10_000;

/** What the reader was asked to come to, newest first. */
export function useCheckIns() {
  const { i18n } = useTranslation();
  return useInfiniteQuery({
    queryKey: ['check-ins', i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: CheckInPage) => nextCursor,
    queryFn: async ({ pageParam }) => {
      const query = new URLSearchParams({
        mine: 'true',
        limit: String(PAGE_SIZE),
        ...(pageParam && { cursor: pageParam }),
      });
      const page = await ask<CheckInPage>(`/api/check-ins?${query.toString()}`);
      if (page.serverNow) setServerNow(page.serverNow);
      return page;
    },
  });
}

export function useCheckIn(id: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['check-in', id, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => ask<CheckInDetails>(`/api/check-ins/${encodeURIComponent(id)}`),
  });
}
