import type { Submission, SubmissionPage } from '@hsl/contracts/schemas/submissions';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

const PAGE_SIZE = 30;
const ASK_AGAIN_MS = 10_000;

/** What came in within the reader's scope, newest first. */
export function useSubmissions(isAll: boolean) {
  return useInfiniteQuery({
    queryKey: ['submissions', isAll],
    refetchInterval: ASK_AGAIN_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: SubmissionPage) => nextCursor,
    queryFn: async ({ pageParam }) => {
      const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(!isAll && { state: 'RECEIVED' }) });
      if (pageParam) query.set('cursor', pageParam);
      const page = await ask<SubmissionPage>(`/api/submissions?${query.toString()}`);
      if (page.serverNow) setServerNow(page.serverNow);
      return page;
    },
  });
}

export function useSubmission(id: string) {
  return useQuery({
    queryKey: ['submission', id],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => ask<Submission>(`/api/submissions/${encodeURIComponent(id)}`),
  });
}
