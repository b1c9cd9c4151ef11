import type { RuleChanges, RuleSetProposal } from '@hsl/contracts/schemas/rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../sign-in/session.js';
import { useSending } from '../../use-sending.js';
import type { EditsInHand } from './use-edits.js';

/** First tries what was changed on the last 90 days, then sends it to be approved, once. */
export function useProposing({ draft, content, reason }: EditsInHand, onProposed: (id: string) => void) {
  const queries = useQueryClient();
  const trying = useMutation({
    mutationFn: () => ask<RuleChanges>('/api/rule-set/preview', { method: 'POST', body: { content } }),
  });
  const proposing = useSending<void>({
    mutationFn: async () => {
      const body = { content, ...(reason.trim() !== '' && { reason: reason.trim() }) };
      const { id } = await draft.sendOnce((headers) =>
        ask<RuleSetProposal>('/api/rule-set/proposals', { method: 'POST', body, headers }),
      );
      void queries.invalidateQueries({ queryKey: ['rules'] });
      onProposed(id);
    },
  });
  return { trying, proposing };
}
