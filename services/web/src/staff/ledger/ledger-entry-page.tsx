import type { LedgerEntry } from '@hsl/contracts/schemas/ledger';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../actions/action-area.js';
import { LoadState } from '../load-state.js';
import { useCommunityName, useNameOf } from '../names/use-names.js';
import { RunningClocks } from '../running-clocks.js';
import { ledgerActions } from './ledger-action-forms.js';
import { LedgerRecord } from './ledger-record.js';
import { Timetable } from './timetable.js';
import { useLedgerEntry } from './use-ledger.js';
import '../approvals/approvals.css';
import '../whistle/whistle.css';

const route = getRouteApi('/ledger/$id');

/** One long-term matter: what stands in the way, which dates were promised, which are kept. */
export function LedgerEntryPage() {
  const query = useLedgerEntry(route.useParams().id);
  return <LoadState query={query}>{query.data && <EntryView entry={query.data} />}</LoadState>;
}

function EntryView({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const communityName = useCommunityName();
  const { id, serial, number, communityId, leadDepartmentId, state, days, actions } = entry;
  return (
    <article className="whistle">
      <header>
        <h1>{serial}</h1>
        <span>{t(`ledgerState.${state}`)}</span>
        <span>{communityName(communityId)}</span>
        {leadDepartmentId !== undefined && <span>{nameOf('department', leadDepartmentId)}</span>}
        <span>{t('ledger.days', { days })}</span>
        <Link to="/whistles/$number" params={{ number }}>
          {number}
        </Link>
      </header>
      <Notices entry={entry} />
      <ActionArea
        actions={actions}
        owed={[]}
        table={ledgerActions(entry)}
        subject={{ address: `/api/ledger/${id}`, title: serial }}
      />
      <Timetable milestones={entry.milestones} />
      <LedgerRecord contents={entry.contents} />
    </article>
  );
}

/** What runs, what is missing, and what is too much of one unit. */
function Notices({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation();
  const { state, dueAt, deadlines, leadDepartmentId, hasOpinion, leadLedgerShare, warnings } = entry;
  const isUnadvised = state === 'APPLIED' && !hasOpinion;
  const isMuch = warnings?.includes('ledgerShare') === true;
  if (dueAt === undefined && !isUnadvised && !isMuch) return null;
  return (
    <div className="waiting">
      <RunningClocks deadlines={deadlines} leadDepartmentId={leadDepartmentId} />
      {isUnadvised && <p>{t('ledger.opinionAsked')}</p>}
      {isMuch && <p>{t('ledger.share', { share: Math.round((leadLedgerShare ?? 0) * 100) })}</p>}
    </div>
  );
}
