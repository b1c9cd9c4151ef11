import { getRouteApi } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { MatterPane } from '../whistle/whistle-page.js';
import { useLiveList } from '../whistles/use-live-list.js';
import { TriageQueue } from './triage-queue.js';
import './triage.css';

const route = getRouteApi('/triage');

/** What waits to be accepted, and beside it what is needed to decide. */
export function TriagePage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { do: doing } = route.useSearch();
  const [chosen, setChosen] = useState<string>();
  const query = useLiveList({ step: 'accept' });
  const matters = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const isThere = matters.some(({ number }) => number === chosen);
  // An open sheet keeps its matter, whatever happens to the queue meanwhile.
  const isPinned = chosen !== undefined && (isThere || doing !== undefined);
  const shown = isPinned ? chosen : matters[0]?.number;
  if (shown !== chosen) setChosen(shown);
  const accept = (number: string): void => {
    setChosen(number);
    void navigate({ search: { do: 'whistle.accept' } });
  };
  return (
    <section>
      <h1>{t('triage.title')}</h1>
      <p>{t('triage.keys')}</p>
      <LoadState query={query}>
        {shown === undefined ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('triage.empty')} />
        ) : (
          <div className="triage">
            <TriageQueue matters={matters} chosen={shown} onChoose={setChosen} onAccept={accept} />
            <MatterPane key={shown} number={shown} />
          </div>
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
