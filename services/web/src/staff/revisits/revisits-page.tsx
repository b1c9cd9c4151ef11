import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MatterQueue } from '../queue/matter-queue.js';
import type { QueueSearch } from '../queue/queue-search.js';
import { useLiveList } from '../whistles/use-live-list.js';
import { RevisitPane } from './revisit-pane.js';
import { useCalls } from './use-call.js';

/** Does the resident call it solved? Who is to be called, and beside it what is needed to call. */
export function RevisitsPage() {
  const { t } = useTranslation();
  const { overdue }: QueueSearch = useSearch({ strict: false });
  const query = useLiveList({ state: 'REVISITING', overdue });
  const calls = useCalls().data ?? [];
  const mark = ({ id }: { id: string }): string | undefined => {
    const call = calls.find(({ whistleId, mine }) => whistleId === id && !mine);
    return call && t('revisit.calling', { name: call.heldBy });
  };
  return (
    <MatterQueue title={t('revisits.title')} empty={t('revisits.empty')} query={query} mark={mark}>
      {(number) => <RevisitPane number={number} />}
    </MatterQueue>
  );
}
