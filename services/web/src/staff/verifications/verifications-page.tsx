import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MatterQueue } from '../queue/matter-queue.js';
import type { QueueSearch } from '../queue/queue-search.js';
import { useMe } from '../sign-in/use-me.js';
import { MatterPane } from '../whistle/whistle-page.js';
import { useLiveList } from '../whistles/use-live-list.js';
import { capacitiesOf } from '../work/owed-by.js';
import { ReportedWork } from './reported-work.js';

/** Who goes to see; members by their own id, the community by its role. */
const VERIFIERS: readonly string[] = ['member', 'communityWorker', 'communityHead'];

/** Is it really done? What the units report, and beside it the verdict. */
export function VerificationsPage() {
  const { t } = useTranslation();
  const { overdue }: QueueSearch = useSearch({ strict: false });
  const posts = (useMe()?.posts ?? []).filter(({ role }) => VERIFIERS.includes(role));
  const [capacity] = capacitiesOf(posts);
  // A community is waited for by the worker's role; its head stands in.
  const waitingFor = capacity?.role === 'communityHead' ? 'communityWorker' : capacity?.waitingFor;
  const query = useLiveList({ step: 'verify', waitingFor, overdue });
  return (
    <MatterQueue title={t('verifications.title')} empty={t('verifications.empty')} query={query}>
      {(number) => (
        <>
          <ReportedWork number={number} />
          <MatterPane number={number} />
        </>
      )}
    </MatterQueue>
  );
}
