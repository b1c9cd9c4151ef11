import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { ActionArea } from '../actions/action-area.js';
import { CardChips } from '../card-chips.js';
import { Countdown } from '../countdown.js';
import { EvidenceOf } from '../evidence/evidence-section.js';
import { LadderStrips } from '../ladder/ladder-strips.js';
import { LoadState } from '../load-state.js';
import { useCommunityName } from '../names/use-names.js';
import { InCharge } from './in-charge.js';
import { taskActions } from './task-action-forms.js';
import { TaskBlockers } from './task-blockers.js';
import { TaskRecord } from './task-record.js';
import { useTask, type TaskDetails } from './use-tasks.js';
import '../whistle/whistle.css';

const route = getRouteApi('/tasks/$id');

/** One department's part of a matter, and what it may do about it. */
export function TaskPage() {
  const query = useTask(route.useParams().id);
  return <LoadState query={query}>{query.data && <TaskView task={query.data} />}</LoadState>;
}

function TaskView({ task }: { task: TaskDetails }) {
  const { t, i18n } = useTranslation();
  const communityName = useCommunityName();
  const { id, number, communityId, department, role, state, round, dueAt, feedbackDueAt, actions, waitingFor } = task;
  const of = (colour: string): number => task.cards.filter(({ kind }) => kind === colour).length;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  return (
    <article className="whistle">
      <header>
        <h1>{number}</h1>
        <p>{communityName(communityId)}</p>
        <span>{department.name}</span>
        <span>{t(`tasks.role.${role}`)}</span>
        <span>{t(`taskState.${state}`)}</span>
        {round > 1 && <span>{t('tasks.round', { n: round - 1 })}</span>}
        <CardChips cards={{ yellow: of('yellow'), red: of('red') }} />
        <Link to="/whistles/$number" params={{ number }}>
          {t('task.whistle')}
        </Link>
      </header>
      {dueAt !== undefined && (
        <div className="waiting">
          <p>
            <Countdown dueAt={dueAt} isBare={dueAt === feedbackDueAt} />{' '}
            <span>{t('task.by', { at: at(feedbackDueAt) })}</span>{' '}
            {task.deadlines.some((clock) => clock.paused && clock.dueAt === dueAt) && <span>{t('time.paused')}</span>}
          </p>
        </div>
      )}
      <ActionArea
        actions={actions}
        owed={waitingFor.map(({ step }) => step)}
        table={taskActions(task)}
        subject={{ address: `/api/department-tasks/${id}`, title: number }}
      />
      <InCharge task={task} />
      <LadderStrips clocks={task.deadlines} />
      <TaskRecord task={task} />
      <TaskBlockers task={task} />
      <EvidenceOf number={number} isForReading />
    </article>
  );
}
