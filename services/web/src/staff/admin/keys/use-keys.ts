import type { ApiKeyAnswer, IssueApiKey, IssuedApiKeyAnswer } from '@hsl/contracts/schemas/api-key.schema';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../sign-in/session.js';
import { useSending } from '../../use-sending.js';

const PAGE_SIZE = 30;
const KEYS = ['api-keys'];

interface KeyPage {
  items: ApiKeyAnswer[];
  nextCursor?: string;
}

/** Keys of the subdistrict, newest first, without their text. */
export const useKeys = () =>
  useInfiniteQuery({
    queryKey: KEYS,
    queryFn: ({ pageParam: cursor }) => {
      const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(cursor && { cursor }) });
      return ask<KeyPage>(`/api/api-keys?${query.toString()}`);
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Issues a key; its text comes back this once, and is kept nowhere. */
export function useIssuing(onIssued: (key: string) => void) {
  const queries = useQueryClient();
  return useSending<IssueApiKey>({
    mutationFn: async (body) => {
      const { key } = await ask<IssuedApiKeyAnswer>('/api/api-keys', { method: 'POST', body });
      void queries.invalidateQueries({ queryKey: KEYS });
      onIssued(key);
    },
  });
}

export function useRevoking() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => ask(`/api/api-keys/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
}
