import type { Proposal } from '@hsl/contracts/schemas/proposals';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

const ASK_AGAIN_MS = 10_000;

export function useProposal(id: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['proposal', id, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: async () => {
      const proposal = await ask<Proposal>(`/api/proposals/${encodeURIComponent(id)}`);
      if (proposal.serverNow) setServerNow(proposal.serverNow);
      return proposal;
    },
  });
}
