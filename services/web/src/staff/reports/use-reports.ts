import type { Report, ReportFilter, ReportKindList, ReportPage, ReportText } from '@hsl/contracts/schemas/reports';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ask } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';

const PAGE_SIZE = 20;
const HOUR_MS = 3_600_000;
/** How far a report is, is asked for each second; otherwise somebody else may have had one made. */
const PACE = { makingMs: 1_000, restingMs: 30_000 };
/** Roles with `report.generate`; the service decides, others are not even asked what they would like. */
const MAKERS: readonly string[] = [
  ...['communityHead', 'liaisonOfficer', 'deputyHead', 'head', 'deputyLeader', 'groupLeader'],
];

export const isBeingMade = ({ state }: Pick<Report, 'state'>): boolean => state === 'queued' || state === 'running';

/** Where the list of a filter is kept. */
export const reportsKey = (filter: ReportFilter): readonly unknown[] => ['reports', filter];

export interface ReportPages {
  pages: ReportPage[];
  pageParams: string[];
}

export function useReports(filter: ReportFilter = {}) {
  return useInfiniteQuery({
    queryKey: reportsKey(filter),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: ReportPage) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isBeingMade)) ? PACE.makingMs : PACE.restingMs,
    queryFn: ({ pageParam }) => {
      const query = { ...filter, limit: String(PAGE_SIZE), ...(pageParam && { cursor: pageParam }) };
      return ask<ReportPage>(`/api/reports?${new URLSearchParams(query).toString()}`);
    },
  });
}

/** What the reader may have made; nothing is asked for whoever may have none. */
export function useReportKinds() {
  const isMaker = useMe()?.posts.some(({ role }) => MAKERS.includes(role)) ?? false;
  const query = useQuery({
    queryKey: ['report-kinds'],
    queryFn: () => ask<ReportKindList>('/api/report-kinds'),
    staleTime: HOUR_MS,
    enabled: isMaker,
  });
  return query.data?.items ?? [];
}

export const useReport = (id: string) =>
  useQuery({ queryKey: ['report', id], queryFn: () => ask<Report>(`/api/reports/${encodeURIComponent(id)}`) });

/** A finished report never changes. */
export const useReportText = (id: string) =>
  useQuery({
    queryKey: ['report-text', id],
    queryFn: () => ask<ReportText>(`/api/reports/${encodeURIComponent(id)}/text`),
    staleTime: Infinity,
  });
