import type { RoutingSuggestion } from '@hsl/contracts/schemas/departments';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepDraft, newKey } from '../../drafts/draft.js';
import { instantText } from '../../time/instant-text.js';
import { LoadState } from '../load-state.js';
import { useNameOf } from '../names/use-names.js';
import { ask } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';
import { useWhistle, type Whistle } from '../whistle/whistle-queries.js';
import { ProposedUnits, type Units } from './proposed-units.js';

const DISPATCH = 'whistle.dispatch';

/** What the routing table and the members say about who should do it. */
export function DispatchHints({ number }: { number: string }) {
  const query = useWhistle(number);
  return <LoadState query={query}>{query.data && <Hints whistle={query.data} />}</LoadState>;
}

function Hints({ whistle }: { whistle: Whistle }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNameOf();
  const { categoryCode, dispatchAdvice, actions } = whistle;
  const take = useTaking(whistle);
  const mayDispatch = actions.some(({ name, allowed }) => name === DISPATCH && allowed);
  const onTake = mayDispatch ? take : undefined;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  return (
    <div className="proposals">
      <Routing categoryCode={categoryCode} onTake={onTake} />
      {dispatchAdvice.map(({ memberId, note, advisedAt, leadDepartmentId, supportingDepartmentIds }) => (
        <ProposedUnits
          key={memberId}
          title={t('dispatch.advice', { member: nameOf('member', memberId), at: at(advisedAt) })}
          reason={note}
          {...{ leadDepartmentId, supportingDepartmentIds, onTake }}
        />
      ))}
    </div>
  );
}

function Routing({ categoryCode, onTake }: { categoryCode: string; onTake?: (units: Units) => void }) {
  const { t, i18n } = useTranslation();
  const query = useQuery({
    queryKey: ['routing', categoryCode, i18n.language],
    queryFn: () =>
      ask<{ items: RoutingSuggestion[] }>(
        `/api/routing-table?categoryCode=${encodeURIComponent(categoryCode)}&limit=1`,
      ),
  });
  const row = query.data?.items[0];
  return (
    <LoadState query={query}>
      {row ? (
        <ProposedUnits
          title={t('dispatch.routing', { code: [categoryCode, row.categoryName].filter(Boolean).join(' ') })}
          reason={row.precedentOf === undefined ? row.reason : `${row.reason}（${t('dispatch.precedent')}）`}
          leadDepartmentId={row.lead.id}
          supportingDepartmentIds={row.supporting.map(({ id }) => id)}
          onTake={onTake}
        />
      ) : (
        <p>{t('dispatch.noRouting')}</p>
      )}
    </LoadState>
  );
}

/** Opens the sheet with these units in it: what is proposed can still be changed. */
function useTaking({ id }: Whistle): (units: Units) => void {
  const navigate = useNavigate();
  const userId = useMe()?.userId;
  return (units) => {
    keepDraft(`${userId}./api/whistles/${id}.${DISPATCH}`, { typed: { ...units }, key: newKey() });
    void navigate({ to: '.', search: (before: object) => ({ ...before, do: DISPATCH }) });
  };
}
