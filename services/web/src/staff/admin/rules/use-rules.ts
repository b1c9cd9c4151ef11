import type {
  RuleSetProposal,
  RuleSetProposalPage,
  RuleSetVersion,
  RuleSetVersionPage,
} from '@hsl/contracts/schemas/rules';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ask } from '../../sign-in/session.js';

const PAGE_SIZE = 20;
const pageParam = { initialPageParam: '', getNextPageParam: ({ nextCursor }: { nextCursor?: string }) => nextCursor };
const pagePath = (path: string, cursor: string, filters: Record<string, string> = {}): string =>
  `${path}?${new URLSearchParams({ ...filters, limit: String(PAGE_SIZE), ...(cursor && { cursor }) }).toString()}`;

/** Every version there has been or will be, newest first. */
export const useRuleVersions = () =>
  useInfiniteQuery({
    queryKey: ['rules', 'versions'],
    queryFn: ({ pageParam: cursor }) => ask<RuleSetVersionPage>(pagePath('/api/rule-set/versions', cursor)),
    ...pageParam,
  });

export const useRuleVersion = (version: number | string | undefined) =>
  useQuery({
    queryKey: ['rules', 'version', String(version)],
    queryFn: () => ask<RuleSetVersion>(`/api/rule-set/versions/${encodeURIComponent(String(version))}`),
    enabled: version !== undefined,
  });

/** @param state only proposals in this state; all of them if undefined */
export const useRuleProposals = (state: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['rules', 'proposals', state],
    queryFn: ({ pageParam: cursor }) =>
      ask<RuleSetProposalPage>(pagePath('/api/rule-set/proposals', cursor, state === undefined ? {} : { state })),
    ...pageParam,
  });

export const useRuleProposal = (id: string) =>
  useQuery({
    queryKey: ['rules', 'proposal', id],
    queryFn: () => ask<RuleSetProposal>(`/api/rule-set/proposals/${encodeURIComponent(id)}`),
  });
