import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';
import type { Task } from './use-tasks.js';

export function TaskRow({ task }: { task: Task }) {
  const { t } = useTranslation();
  const { id, number, role, state, round, dueAt } = task;
  return (
    <li>
      <Link to="/tasks/$id" params={{ id }}>
        <strong>{t(`taskState.${state}`)}</strong> {number}
        <span>{t(`tasks.role.${role}`)}</span>
        {round > 1 && <span>{t('tasks.round', { n: round - 1 })}</span>}
      </Link>
      {dueAt !== undefined && <Countdown dueAt={dueAt} />}
    </li>
  );
}
