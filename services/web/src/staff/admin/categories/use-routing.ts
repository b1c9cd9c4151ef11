import type { RoutingSuggestion } from '@hsl/contracts/schemas/departments';
import type { DecideRouting, ProposeRouting, RoutingProposal } from '@hsl/contracts/schemas/routing-proposals';
import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../sign-in/session.js';
import { useSending } from '../../use-sending.js';
import { useListed } from '../use-listed.js';

const TABLE = '/api/routing-table';
const PROPOSALS = `${TABLE}/proposals`;

type Listed<Item> = ReturnType<typeof useListed<Item>>;

export const useRoutingTable = (): Listed<RoutingSuggestion> => useListed(TABLE);
export const useWaiting = (): Listed<RoutingProposal> => useListed(PROPOSALS, { state: 'PROPOSED' });

/** The table and what waits for a decision on it are asked for again, whatever came of it: a refusal says they moved. */
function useAgain() {
  const queries = useQueryClient();
  return (): Promise<unknown> =>
    Promise.all([TABLE, PROPOSALS].map((path) => queries.invalidateQueries({ queryKey: ['admin', path] })));
}

export function useProposing({ categoryCode, version }: RoutingSuggestion, onDone: () => void) {
  const again = useAgain();
  return useSending<ProposeRouting>({
    mutationFn: (body) =>
      ask(`${TABLE}/${encodeURIComponent(categoryCode)}/proposals`, {
        method: 'POST',
        body,
        headers: version === undefined ? {} : { 'if-match': `"${version}"` },
      }),
    onSuccess: async () => {
      await again();
      onDone();
    },
    onError: () => void again(),
  });
}

export function useDeciding(id: string) {
  const again = useAgain();
  return useSending<DecideRouting>({
    mutationFn: (body) => ask(`${PROPOSALS}/${id}/decision`, { method: 'POST', body }),
    onSuccess: again,
    onError: () => void again(),
  });
}
