import type { FollowedWhistles } from '@hsl/contracts/schemas/following';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../sign-in/session.js';
import { useHasRole } from '../sign-in/use-me.js';
import { useSending } from '../use-sending.js';

const FOLLOWED = ['followed'];
const ASK_AGAIN_MS = 15_000;

/** Whoever may keep an eye on matters that are not theirs (S95). */
const useMayFollow = (): boolean =>
  useHasRole('member', 'communityWorker', 'communityHead', 'deputyLeader', 'groupLeader');

/** What the reader follows, the changed ones first. */
export const useFollowed = () =>
  useQuery({
    queryKey: FOLLOWED,
    enabled: useMayFollow(),
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => ask<FollowedWhistles>('/api/whistles/followed'),
  });

/** Follows a matter (again: what has changed is seen), or no longer. */
export function useFollowing(whistleId: string) {
  const queries = useQueryClient();
  return useSending<'PUT' | 'DELETE'>({
    mutationFn: (method) => ask(`/api/whistles/${whistleId}/follow`, { method }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: FOLLOWED }),
  });
}
