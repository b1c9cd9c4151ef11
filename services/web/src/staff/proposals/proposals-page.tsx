import type { Proposal } from '@hsl/contracts/schemas/proposals';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../actions/action-area.js';
import type { ActionTable } from '../actions/sort-actions.js';
import { Countdown } from '../countdown.js';
import { filtersOf } from '../cut-list/cut.js';
import { CutPage } from '../cut-list/cut-page.js';
import { useNameOf } from '../names/use-names.js';
import { useMe } from '../sign-in/use-me.js';
import { PROPOSAL_CUTS } from './proposal-cuts.js';
import { proposalForm } from './proposal-action-forms.js';

const route = getRouteApi('/proposals');

const NEW_PROPOSAL: ActionTable = { forms: { 'proposal.submit': proposalForm() }, stepActions: {}, sideSteps: [] };

/** Was there a meeting, an answer, a result? */
export function ProposalsPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const isMember = (useMe()?.posts ?? []).some(({ role }) => role === 'member');
  return (
    <CutPage<Proposal>
      title={t('proposals.title')}
      empty={t('proposals.empty')}
      path="/api/proposals"
      cuts={PROPOSAL_CUTS}
      filters={filtersOf(route.useSearch())}
      onCut={(search) => void navigate({ search })}
      row={(proposal) => <Row proposal={proposal} />}
    >
      {isMember && (
        <ActionArea
          actions={[{ name: 'proposal.submit', allowed: true }]}
          owed={[]}
          table={NEW_PROPOSAL}
          subject={{ address: '/api/proposals', title: t('proposals.title'), states: 'proposalState' }}
          onTaken={(answer) =>
            void navigate({ to: '/proposals/$id', params: { id: (answer as Proposal).id }, search: {} })
          }
        />
      )}
    </CutPage>
  );
}

function Row({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { id, title, state, leadDepartmentId, rating, dueAt } = proposal;
  return (
    <>
      <Link to="/proposals/$id" params={{ id }}>
        <strong>{t(`proposalState.${state}`)}</strong> {title}
        {leadDepartmentId !== undefined && <span>{nameOf('department', leadDepartmentId)}</span>}
        {rating !== undefined && <span>{t(`proposalRating.${rating}`)}</span>}
      </Link>
      {dueAt !== undefined && <Countdown dueAt={dueAt} />}
    </>
  );
}
