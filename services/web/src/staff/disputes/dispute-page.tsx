import type { Dispute } from '@hsl/contracts/schemas/approvals';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { ActionArea } from '../actions/action-area.js';
import { Countdown } from '../countdown.js';
import { LoadState } from '../load-state.js';
import { useCommunityName } from '../names/use-names.js';
import { TASK_ACTIONS } from '../tasks/task-action-forms.js';
import { DisputeRecord } from './dispute-record.js';
import { useDispute } from './use-disputes.js';
import '../whistle/whistle.css';

const route = getRouteApi('/disputes/$id');
/** What is done about a dispute; other steps of the task stand on its own page. */
const OF_A_DISPUTE: readonly string[] = ['departmentTask.ruleReturn', 'departmentTask.recordInterim'];

/** One dispute over responsibility: what was tried on which basis, what the site showed, who ruled. */
export function DisputePage() {
  const query = useDispute(route.useParams().id);
  return <LoadState query={query}>{query.data && <DisputeView dispute={query.data} />}</LoadState>;
}

function DisputeView({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation();
  const communityName = useCommunityName();
  const { task, phase } = dispute;
  const { id, number, department, communityId, actions, waitingFor } = task;
  return (
    <article className="whistle">
      <header>
        <h1>{`${t('disputes.title')} · ${number}`}</h1>
        <span>{communityName(communityId)}</span>
        <span>{department.name}</span>
        <span>{phase === undefined ? t('dispute.settled') : t(`disputePhase.${phase}`)}</span>
        <Link to="/whistles/$number" params={{ number }}>
          {t('task.whistle')}
        </Link>
        <Link to="/tasks/$id" params={{ id }}>
          {t('dispute.task')}
        </Link>
      </header>
      {phase !== undefined && <Waiting dispute={dispute} />}
      <ActionArea
        actions={actions.filter(({ name }) => name.startsWith('dispute.') || OF_A_DISPUTE.includes(name))}
        owed={waitingFor.map(({ step }) => step)}
        table={TASK_ACTIONS}
        subject={{ address: `/api/department-tasks/${id}`, title: number }}
      />
      <DisputeRecord dispute={dispute} />
    </article>
  );
}

/** Who is waited for until when: the appeal's clock runs like any other. */
function Waiting({ dispute: { phase, toDepartment, task } }: { dispute: Dispute }) {
  const { t, i18n } = useTranslation();
  const { waitingFor, since, dueAt, feedbackDueAt } = task;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const isRuled = phase === 'appealable' || phase === 'appealed';
  return (
    <div className="waiting">
      <p>
        {waitingFor.map(({ step, id }) => (
          <strong key={step}>{`${t(`role.${id}`)} ${t(`step.${step}`)}`}</strong>
        ))}
        {since !== undefined && <span>{t('time.since', { at: at(since) })}</span>}
        {dueAt !== undefined && <Countdown dueAt={dueAt} />}
      </p>
      {toDepartment && <p>{t(isRuled ? 'dispute.ruledTo' : 'dispute.named', { name: toDepartment.name })}</p>}
      <p>
        <span>{t('dispute.interimDuty')}</span>
        <span>{t('task.by', { at: at(feedbackDueAt) })}</span>
      </p>
    </div>
  );
}
