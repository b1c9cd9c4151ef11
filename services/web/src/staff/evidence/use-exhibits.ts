import type { DepartmentTaskDetails } from '@hsl/contracts/schemas/department-tasks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../sign-in/session.js';
import { useTasksOf } from '../whistle/use-tasks-of.js';
import { useTimeline, type Whistle } from '../whistle/whistle-queries.js';
import { taskExhibits, whistleExhibits, type Exhibit, type OriginalRights } from './exhibit.js';
import { filesQuery } from './use-files.js';

interface Listed {
  name: string;
  allowed: boolean;
}

export const may = (actions: readonly Listed[], name: string): boolean =>
  actions.some((action) => action.name === name && action.allowed);

/** A unit looks at its own photos only; of each the service asks whose it is. */
const rightsOf = (actions: readonly Listed[]): OriginalRights => ({
  mayCover: may(actions, 'evidence.redact'),
  mayLook: may(actions, 'evidence.readOriginal'),
});

/** All files of a matter and of its units' tasks that the reader may see, oldest first. */
export function useExhibits(whistle: Whistle): Exhibit[] {
  const { id, version, actions } = whistle;
  const { i18n } = useTranslation();
  const address = `/api/whistles/${id}/files`;
  const own = useQuery(filesQuery(address, may(actions, 'evidence.read'))).data?.items ?? [];
  const history = useTimeline(whistle).data?.items ?? [];
  const tasks = (useTasksOf(id, version).data?.items ?? []).filter((task) => may(task.actions, 'evidence.read'));
  const ofTasks = useQueries({
    queries: tasks.map((task) => ({
      queryKey: ['task-files', task.id, task.version, i18n.language],
      queryFn: async () => {
        const path = `/api/department-tasks/${task.id}`;
        const [{ feedback }, { items }] = await Promise.all([
          ask<DepartmentTaskDetails>(path),
          filesQuery(`${path}/files`).queryFn(),
        ]);
        return taskExhibits({
          id: task.id,
          unit: task.department.name,
          feedback,
          files: items,
          rights: rightsOf(task.actions),
        });
      },
    })),
  }).flatMap(({ data }) => data ?? []);
  return [...whistleExhibits(address, own, history, rightsOf(actions)), ...ofTasks].toSorted((a, b) =>
    a.file.uploadedAt.localeCompare(b.file.uploadedAt),
  );
}
