import { Link } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useCommunityName } from '../names/use-names.js';
import { useSubmissions } from './use-submissions.js';
import '../tasks/tasks.css';
import '../work/work.css';

/** What was reported, what becomes of it? */
export function SubmissionsPage() {
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  const communityName = useCommunityName();
  const query = useSubmissions(isAll);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section>
      <h1>{t('submissions.title')}</h1>
      <div className="sheet-buttons tasks-bar">
        <Button aria-pressed={!isAll} onClick={() => setAll(false)}>
          {t('submissions.open')}
        </Button>
        <Button aria-pressed={isAll} onClick={() => setAll(true)}>
          {t('submissions.all')}
        </Button>
      </div>
      <LoadState query={query}>
        {rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('submissions.empty')} />}
        <ul className="owed">
          {rows.map(({ id, text, communityId, place, state, handedToCommunity, dueAt }) => (
            <li key={id}>
              <Link to="/submissions/$id" params={{ id }}>
                <strong>{t(`submissionState.${state}`)}</strong> {text}
                <span>{communityName(communityId)}</span>
                {place !== undefined && <span>{place}</span>}
                {handedToCommunity && <span>{t('submissions.handed')}</span>}
              </Link>
              {state === 'RECEIVED' && <Countdown dueAt={dueAt} />}
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
