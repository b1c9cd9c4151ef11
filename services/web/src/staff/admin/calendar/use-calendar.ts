import type { CalendarYearAnswer, LoadCalendar } from '@hsl/contracts/schemas/calendar';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../sign-in/session.js';
import { useSending } from '../../use-sending.js';
import { ASK_AGAIN_MS } from '../../whistle/whistle-queries.js';

/** While open matters are being told, the page looks again this often. What the last ones make of it comes after. */
const ROLLING_MS = 2_000;

export const useCalendar = (year: number) =>
  useQuery({
    queryKey: ['calendar', year],
    queryFn: () => ask<CalendarYearAnswer>(`/api/calendar?year=${year}`),
    refetchInterval: ({ state }) => (state.data?.isRollingOut === true ? ROLLING_MS : ASK_AGAIN_MS),
  });

export function useLoading(onLoaded: () => void) {
  const queries = useQueryClient();
  return useSending<LoadCalendar>({
    mutationFn: async (body) => ask('/api/calendar', { method: 'POST', body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['calendar'] });
      onLoaded();
    },
  });
}
