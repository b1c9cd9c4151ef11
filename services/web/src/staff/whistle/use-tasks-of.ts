import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../sign-in/session.js';
import type { Task } from '../tasks/use-tasks.js';
import { ASK_AGAIN_MS } from './whistle-queries.js';

/** As many units as one matter can have. */
const MOST = 50;

/** Tasks of a matter's units, as far as the reader may see them. */
export function useTasksOf(whistleId: string, version: number) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['tasks-of', whistleId, version, i18n.language],
    // A unit that acknowledges does not change the matter.
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => ask<{ items: Task[] }>(`/api/department-tasks?whistleId=${whistleId}&limit=${MOST}`),
    placeholderData: (before) => before,
  });
}
