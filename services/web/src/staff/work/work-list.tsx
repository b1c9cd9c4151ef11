import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { AwayNote } from '../whistles/away-note.js';
import { useLiveList } from '../whistles/use-live-list.js';
import { DoneRow } from './done-row.js';
import { NoWork } from './no-work.js';
import { OthersRow } from './others-row.js';
import { OwedRow } from './owed-row.js';
import type { Capacity } from './owed-by.js';
import { asksOf, type WorkTab } from './work-tabs.js';
import './work.css';

interface Props {
  tab: WorkTab;
  capacity: Capacity;
  isOnly: boolean;
}

/** What a row of a tab says, each in its own words. */
const ROW_OF = { mine: OwedRow, others: OthersRow, done: DoneRow } as const;

/** Matters of one tab that the person takes part in, in one capacity. */
export function WorkList({ tab, capacity, isOnly }: Props) {
  const { t } = useTranslation();
  const { role, waitingFor } = capacity;
  const query = useLiveList(asksOf(capacity)[tab]);
  const Row = ROW_OF[tab];
  const matters = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-label={t('work.capacity', { role: t(`role.${role}`) })}>
      {!isOnly && <h2>{t('work.capacity', { role: t(`role.${role}`) })}</h2>}
      <LoadState query={query}>
        <AwayNote query={query} />
        {matters.length === 0 && <NoWork tab={tab} capacity={capacity} />}
        <ul className="owed">
          {matters.map((matter) => (
            <Row key={matter.id} matter={matter} waitingFor={waitingFor} />
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
