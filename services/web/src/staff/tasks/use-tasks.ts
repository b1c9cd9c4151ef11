import type { DepartmentTask, DepartmentTaskDetails } from '@hsl/contracts/schemas/department-tasks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

export type Task = z.output<typeof DepartmentTask>;
export type TaskDetails = z.output<typeof DepartmentTaskDetails>;
interface TaskPage {
  items: Task[];
  nextCursor?: string;
  serverNow?: string;
}

const PAGE_SIZE = 50;
const ASK_AGAIN_MS = 10_000;

/** Tasks of the reader's own department. */
export function useTasks() {
  const { i18n } = useTranslation();
  return useInfiniteQuery({
    queryKey: ['tasks', i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: TaskPage) => nextCursor,
    queryFn: async ({ pageParam }) => {
      const query = new URLSearchParams({
        mine: 'true',
        limit: String(PAGE_SIZE),
        ...(pageParam && { cursor: pageParam }),
      });
      const page = await ask<TaskPage>(`/api/department-tasks?${query.toString()}`);
      if (page.serverNow) setServerNow(page.serverNow);
      return page;
    },
  });
}

export function useTask(id: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['task', id, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => ask<TaskDetails>(`/api/department-tasks/${encodeURIComponent(id)}`),
  });
}
