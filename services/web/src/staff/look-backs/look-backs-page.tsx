import type { LookBackItem, LookBackPage } from '@hsl/contracts/schemas/follow-ups';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { setServerNow } from '../../time/ticking.js';
import type { ActionForm } from '../actions/action-form.js';
import { RowActions } from '../actions/row-actions.js';
import { Countdown } from '../countdown.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useCommunityName } from '../names/use-names.js';
import { ask } from '../sign-in/session.js';
import { LOOK_BACK_CUTS, type LookBackCut } from './look-back-cuts.js';
import '../approvals/approvals.css';
import '../tasks/tasks.css';
import '../whistle/whistle.css';

const route = getRouteApi('/look-backs');
const PAGE_SIZE = 30;
const ASK_AGAIN_MS = 15_000;

const QUERIES: Readonly<Record<LookBackCut, Readonly<Record<string, string>>>> = {
  ...{ due: { due: 'true' }, coming: { due: 'false' } },
  ...{ STABLE: { state: 'STABLE' }, REBOUND: { state: 'REBOUND' }, UNVERIFIABLE: { state: 'UNVERIFIABLE' } },
};

function useLookBacks(cut: LookBackCut) {
  const { i18n } = useTranslation();
  return useInfiniteQuery({
    queryKey: ['look-backs', cut, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: LookBackPage) => nextCursor,
    queryFn: async ({ pageParam }) => {
      const query = new URLSearchParams({ ...QUERIES[cut], limit: String(PAGE_SIZE) });
      if (pageParam) query.set('cursor', pageParam);
      const page = await ask<LookBackPage>(`/api/look-backs?${query.toString()}`);
      if (page.serverNow) setServerNow(page.serverNow);
      return page;
    },
  });
}

/** Did it hold? What is due, what is coming, and what was found. */
export function LookBacksPage() {
  const { t } = useTranslation();
  const { of: cut = 'due' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useLookBacks(cut);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section>
      <h1>{t('lookBacks.title')}</h1>
      <div className="sheet-buttons tasks-bar">
        {LOOK_BACK_CUTS.map((one) => (
          <Button key={one} aria-pressed={cut === one} onClick={() => void navigate({ search: { of: one } })}>
            {one === 'due' || one === 'coming' ? t(`lookBacks.${one}`) : t(`lookBackState.${one}`)}
          </Button>
        ))}
      </div>
      <LoadState query={query}>
        {rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('lookBacks.empty')} />}
        <ul className="approvals">
          {rows.map((row) => (
            <LookBackCard key={`${row.whistleId} ${row.sequence}`} row={row} />
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

/** The number of the look-back is part of its address. */
const reportForm = (sequence: number): ActionForm => ({
  path: String(sequence),
  fields: [
    { name: 'lookBackResult', kind: 'choice', codes: ['STABLE', 'REBOUND', 'UNVERIFIABLE'] },
    { name: 'lookBackNote', kind: 'text', maxLength: 1_000 },
    { name: 'evidenceNote', kind: 'text', maxLength: 500, isOptional: true },
  ],
  toBody: ({ lookBackResult: result, lookBackNote: note, evidenceNote: seen }) => ({
    ...{ result, note },
    ...(seen !== undefined && { evidence: [{ kind: 'after', note: seen }] }),
  }),
});

function LookBackCard({ row }: { row: LookBackItem }) {
  const { t, i18n } = useTranslation();
  const communityName = useCommunityName();
  const { whistleId, number, communityId, place, facts, sequence, state, dueAt, reportedAt, note } = row;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  return (
    <li className="approval">
      <header>
        <h2>{t(`lookBackState.${state}`)}</h2>
        <Link to="/whistles/$number" params={{ number }}>
          {number}
        </Link>
        <span>{communityName(communityId)}</span>
        <span>{t('lookBacks.nth', { n: sequence })}</span>
        {state === 'SCHEDULED' && <Countdown dueAt={dueAt} />}
        {reportedAt !== undefined && <span>{t('lookBacks.reportedAt', { at: at(reportedAt) })}</span>}
      </header>
      <dl>
        <div>
          <dt>{t('lookBacks.about')}</dt>
          <dd>{[facts, place].filter(Boolean).join(' · ')}</dd>
        </div>
        {note !== undefined && (
          <div>
            <dt>{t('lookBacks.found')}</dt>
            <dd>{note}</dd>
          </div>
        )}
      </dl>
      {row.reboundWhistleId !== undefined && (
        <Link to="/whistles/$number" params={{ number: row.reboundWhistleId }}>
          {t('lookBacks.rebound')}
        </Link>
      )}
      {state === 'SCHEDULED' && (
        <RowActions
          id={`${whistleId}.${sequence}`}
          actions={[row.action]}
          forms={{ 'lookBack.report': reportForm(sequence) }}
          subject={{ address: `/api/follow-ups/${whistleId}/look-backs`, title: number }}
        />
      )}
    </li>
  );
}
