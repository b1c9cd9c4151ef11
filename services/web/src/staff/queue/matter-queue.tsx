import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useIsPhone } from '../../design/use-is-phone.js';
import { AwayNote } from '../whistles/away-note.js';
import type { useLiveList } from '../whistles/use-live-list.js';
import { BackToQueue } from './back-to-queue.js';
import { MatterLine } from './matter-line.js';
import type { QueueSearch } from './queue-search.js';
import '../tasks/tasks.css';
import '../triage/triage.css';
import '../whistle/whistle.css';

interface Props {
  title: string;
  empty: string;
  query: ReturnType<typeof useLiveList>;
  /** What else stands on the line of a matter, in words. */
  mark?: (matter: LiveMatter) => string | undefined;
  /** What is needed to deal with the row that is open. */
  children: (number: string) => ReactNode;
}

/** Matters that wait, least time left first, and beside them the one that is open; its address can be sent on. */
export function MatterQueue({ title, empty, query, mark, children }: Props) {
  const { t } = useTranslation();
  const search: QueueSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const matters = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const isPhone = useIsPhone();
  const [first, setFirst] = useState<string>();
  // What is open stays open, whatever happens to the queue meanwhile.
  const open = search.open ?? (isPhone ? undefined : (first ?? matters[0]?.number));
  if (!isPhone && open !== first && search.open === undefined) setFirst(open);
  const isLate = search.overdue === 'true';
  const show = (changed: QueueSearch): void => void navigate({ to: '.', search: { ...changed } });
  const choose = (number: string): void => show({ open: number, ...(isLate && { overdue: 'true' }) });
  if (isPhone && search.open !== undefined) {
    return (
      <section>
        <BackToQueue />
        <div key={search.open}>{children(search.open)}</div>
      </section>
    );
  }
  return (
    <section>
      <h1>{t('queue.title', { title, n: `${matters.length}${query.hasNextPage ? '+' : ''}` })}</h1>
      <div className="sheet-buttons tasks-bar">
        <Button aria-pressed={!isLate} onClick={() => show({})}>
          {t('queue.all')}
        </Button>
        <Button aria-pressed={isLate} onClick={() => show({ overdue: 'true' })}>
          {t('queue.overdue')}
        </Button>
      </div>
      <LoadState query={query}>
        <AwayNote query={query} />
        {matters.length === 0 && search.open === undefined ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
        ) : (
          <div className="triage">
            <Rows label={title} matters={matters} open={open} mark={mark} onChoose={choose} />
            {open !== undefined && <div key={open}>{children(open)}</div>}
          </div>
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

interface RowsProps extends Pick<Props, 'mark'> {
  label: string;
  matters: readonly LiveMatter[];
  open: string | undefined;
  onChoose: (number: string) => void;
}

function Rows({ label, matters, open, mark, onChoose }: RowsProps) {
  return (
    <ul className="triage-queue" aria-label={label}>
      {matters.map((matter) => (
        <li key={matter.number}>
          <button
            type="button"
            aria-current={matter.number === open || undefined}
            onClick={() => onChoose(matter.number)}
          >
            <MatterLine matter={matter} />
            {mark?.(matter) !== undefined && <span>{mark(matter)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
