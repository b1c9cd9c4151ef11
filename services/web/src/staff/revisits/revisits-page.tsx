import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MatterQueue } from '../queue/matter-queue.js';
import type { QueueSearch } from '../queue/queue-search.js';
import { useLiveList } from '../whistles/use-live-list.js';
import { RevisitPane } from './revisit-pane.js';

/** Does the resident call it solved? Who is to be called, and beside it what is needed to call. */
export function RevisitsPage() {
  const { t } = useTranslation();
  const { overdue }: QueueSearch = useSearch({ strict: false });
  const query = useLiveList({ state: 'REVISITING', overdue });
  return (
    <MatterQueue title={t('revisits.title')} empty={t('revisits.empty')} query={query}>
      {(number) => <RevisitPane number={number} />}
    </MatterQueue>
  );
}
