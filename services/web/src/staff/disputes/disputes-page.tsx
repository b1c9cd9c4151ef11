import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useCommunityName } from '../names/use-names.js';
import { useDisputes } from './use-disputes.js';
import '../tasks/tasks.css';
import '../whistle/whistle.css';
import '../work/work.css';

const route = getRouteApi('/disputes');

/** Whose duty is it? What is in dispute, the least time left on top; what is settled by another address. */
export function DisputesPage() {
  const { t } = useTranslation();
  const isSettled = route.useSearch().open === 'false';
  const navigate = route.useNavigate();
  const query = useDisputes(isSettled);
  const communityName = useCommunityName();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section>
      <h1>{t('disputes.title')}</h1>
      <div className="sheet-buttons tasks-bar">
        <Button aria-pressed={!isSettled} onClick={() => void navigate({ search: {} })}>
          {t('disputes.open')}
        </Button>
        <Button aria-pressed={isSettled} onClick={() => void navigate({ search: { open: 'false' } })}>
          {t('disputes.settled')}
        </Button>
      </div>
      <LoadState query={query}>
        {rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('disputes.empty')} />}
        <ul className="owed">
          {rows.map(({ id, number, department, communityId, dueAt, waitingFor: [waits] }) => (
            <li key={id}>
              <Link to="/disputes/$id" params={{ id }}>
                <strong>{waits ? t(`step.${waits.step}`) : t('dispute.settled')}</strong> {number}
                <span>{department.name}</span>
                <span>{communityName(communityId)}</span>
              </Link>
              {!isSettled && dueAt !== undefined && <Countdown dueAt={dueAt} />}
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
