import type { DepartmentTask } from '@hsl/contracts/schemas/department-tasks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Countdown } from '../countdown.js';
import { ask } from '../sign-in/session.js';
import '../work/work.css';

type Task = z.output<typeof DepartmentTask>;

/** As many units as one matter can have. */
const MOST = 50;

/** What each unit has to do, as far as the reader may see it; a return or an extension is ruled on at the task. */
export function TaskLinks({ whistleId, version }: { whistleId: string; version: number }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery({
    queryKey: ['tasks-of', whistleId, version, i18n.language],
    queryFn: () => ask<{ items: Task[] }>(`/api/department-tasks?whistleId=${whistleId}&limit=${MOST}`),
    placeholderData: (before) => before,
  });
  // Whoever may see no task is told nothing of them.
  if (!data || data.items.length === 0) return null;
  return (
    <section>
      <h2>{t('whistle.tasks')}</h2>
      <ul className="owed">
        {data.items.map(({ id, department, role, state, dueAt }) => (
          <li key={id}>
            <Link to="/tasks/$id" params={{ id }}>
              <strong>{department.name}</strong> <span>{t(`tasks.role.${role}`)}</span>
              <span>{t(`taskState.${state}`)}</span>
            </Link>
            {dueAt !== undefined && <Countdown dueAt={dueAt} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
