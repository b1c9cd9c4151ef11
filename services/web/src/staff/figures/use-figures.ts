import type { FigureCasePage, FiguresAnswer, OneFigureAnswer } from '@hsl/contracts/schemas/figures';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ask } from '../sign-in/session.js';
import type { CasePart, Period } from './periods.js';

const PAGE_SIZE = 30;
const ASK_AGAIN_MS = 60_000;
const textOf = (query: Readonly<Record<string, string>>): string => new URLSearchParams(query).toString();

export function useFigures(period: Period) {
  return useQuery({
    queryKey: ['figures', period],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => ask<FiguresAnswer>(`/api/figures?${textOf({ ...period })}`),
  });
}

/** One figure month by month, and apart for each department. */
export function useFigure(id: string, period: Period) {
  const query = textOf({ ...period, step: 'month', by: 'department' });
  return useQuery({
    queryKey: ['figure', id, period],
    queryFn: () => ask<OneFigureAnswer>(`/api/figures/${encodeURIComponent(id)}?${query}`),
  });
}

export function useFigureCases(id: string, period: Period, part: CasePart) {
  return useInfiniteQuery({
    queryKey: ['figure-cases', id, period, part],
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: FigureCasePage) => nextCursor,
    queryFn: ({ pageParam }) => {
      const query = textOf({ ...period, part, limit: String(PAGE_SIZE), ...(pageParam && { cursor: pageParam }) });
      return ask<FigureCasePage>(`/api/figures/${encodeURIComponent(id)}/cases?${query}`);
    },
  });
}
