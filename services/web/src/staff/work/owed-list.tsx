import type { LiveList } from '@hsl/contracts/schemas/insight';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { setServerNow } from '../../time/ticking.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { OwedRow } from './owed-row.js';
import type { Capacity } from './owed-by.js';
import './work.css';

const PAGE_SIZE = 30;
/** What no notice tells, such as a colleague's step, is seen this much later. */
const ASK_AGAIN_MS = 15_000;

async function owedPage(waitingFor: string, cursor: string): Promise<LiveList> {
  const query = new URLSearchParams({ open: 'true', waitingFor, limit: String(PAGE_SIZE), ...(cursor && { cursor }) });
  const page = await ask<LiveList>(`/api/live-list?${query.toString()}`);
  if (page.serverNow) setServerNow(page.serverNow);
  return page;
}

/** Matters that wait for the person in one capacity. */
export function OwedList({ capacity, isOnly }: { capacity: Capacity; isOnly: boolean }) {
  const { t } = useTranslation();
  const { role, waitingFor } = capacity;
  const query = useInfiniteQuery({
    queryKey: ['live-list', 'owed', waitingFor],
    queryFn: ({ pageParam }) => owedPage(waitingFor, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ASK_AGAIN_MS,
  });
  const matters = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-label={t('work.capacity', { role: t(`role.${role}`) })}>
      {!isOnly && <h2>{t('work.capacity', { role: t(`role.${role}`) })}</h2>}
      <LoadState query={query}>
        {matters.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('work.empty')} />}
        <ul className="owed">
          {matters.map((matter) => (
            <OwedRow key={matter.id} matter={matter} waitingFor={waitingFor} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('action.loadMore')}
          </Button>
        )}
      </LoadState>
    </section>
  );
}
