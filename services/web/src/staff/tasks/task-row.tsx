import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';
import { useCommunityName, useNameOf } from '../names/use-names.js';
import { shelfOf } from './task-shelf.js';
import type { Task } from './use-tasks.js';

export function TaskRow({ task }: { task: Task }) {
  const { t } = useTranslation();
  const communityName = useCommunityName();
  const { id, number, communityId, role, state, round, dueAt } = task;
  return (
    <li>
      <Link to="/tasks/$id" params={{ id }}>
        <strong>{t(`taskState.${state}`)}</strong> {number}
        <span>{communityName(communityId)}</span>
        <span>{t(`tasks.role.${role}`)}</span>
        {round > 1 && <span>{t('tasks.round', { n: round - 1 })}</span>}
        {shelfOf(task) === 'others' && <Awaited task={task} />}
      </Link>
      {dueAt !== undefined && <Countdown dueAt={dueAt} />}
    </li>
  );
}

/** Whom it waits for, and for what. */
function Awaited({ task }: { task: Task }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const who = task.waitingFor.map(({ kind, id, step }) => {
    const name = kind === 'role' ? t(`role.${id}`) : nameOf(kind, id);
    return t('ladder.of', { who: name, step: t(`step.${step}`) });
  });
  return who.length === 0 ? null : <span>{t('tasks.waitsFor', { who: who.join(' · ') })}</span>;
}
