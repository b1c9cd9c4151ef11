import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { AwayNote } from '../whistles/away-note.js';
import { useLiveList } from '../whistles/use-live-list.js';
import { OwedRow } from './owed-row.js';
import type { Capacity } from './owed-by.js';
import './work.css';

/** Matters that wait for the person in one capacity. */
export function OwedList({ capacity, isOnly }: { capacity: Capacity; isOnly: boolean }) {
  const { t } = useTranslation();
  const { role, waitingFor } = capacity;
  const query = useLiveList({ open: 'true', waitingFor });
  const matters = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-label={t('work.capacity', { role: t(`role.${role}`) })}>
      {!isOnly && <h2>{t('work.capacity', { role: t(`role.${role}`) })}</h2>}
      <LoadState query={query}>
        <AwayNote query={query} />
        {matters.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('work.empty')} />}
        <ul className="owed">
          {matters.map((matter) => (
            <OwedRow key={matter.id} matter={matter} waitingFor={waitingFor} />
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
