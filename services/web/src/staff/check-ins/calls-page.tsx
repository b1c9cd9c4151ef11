import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';
import { FollowedList } from '../following/followed-list.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { Claimable } from './claimable.js';
import { useCheckIns } from './use-check-ins.js';
import '../work/work.css';

/** Which whistle needs me? */
export function CallsPage() {
  const { t } = useTranslation();
  const query = useCheckIns();
  const calls = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const readAt = Date.parse(query.data?.pages[0]?.serverNow ?? '') || query.dataUpdatedAt;
  return (
    <section>
      <h1>{t('calls.title')}</h1>
      <LoadState query={query}>
        {calls.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('calls.empty')} />}
        <ul className="owed">
          {calls.map(({ id, number, communityName, communityId, categoryName, state, dueAt }) => (
            <li key={id}>
              <Link to="/check-ins/$id" params={{ id }}>
                <strong>{t(`checkInState.${state}`)}</strong> {number}
                <span>{communityName ?? communityId}</span>
                {categoryName !== undefined && <span>{categoryName}</span>}
              </Link>
              {state === 'REQUESTED' && <Countdown dueAt={dueAt} />}
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
        <Claimable askedFor={new Set(calls.map(({ number }) => number))} readAt={readAt} />
      </LoadState>
      <FollowedList />
    </section>
  );
}
