import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';
import { useTasksOf } from './use-tasks-of.js';
import '../work/work.css';

/** What each unit has to do, as far as the reader may see it; a return or an extension is ruled on at the task. */
export function TaskLinks({ whistleId, version }: { whistleId: string; version: number }) {
  const { t } = useTranslation();
  const { data } = useTasksOf(whistleId, version);
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
