import type { RuleChanges, RuleSetProposal } from '@hsl/contracts/schemas/rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../../http/problem.js';
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
      const headers = { 'idempotency-key': draft.key() };
      const body = { content, ...(reason.trim() !== '' && { reason: reason.trim() }) };
      const { id } = await ask<RuleSetProposal>('/api/rule-set/proposals', { method: 'POST', body, headers });
      draft.drop();
      void queries.invalidateQueries({ queryKey: ['rules'] });
      onProposed(id);
    },
    onError: (failure) => {
      if (failure instanceof ApiProblem && failure.isRefusal) draft.renewKey();
    },
  });
  return { trying, proposing };
}
