import type { Proposal } from '@hsl/contracts/schemas/proposals';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../actions/action-area.js';
import { LoadState } from '../load-state.js';
import { RunningClocks } from '../running-clocks.js';
import { PROPOSAL_ACTIONS } from './proposal-action-forms.js';
import { ProposalReply } from './proposal-reply.js';
import { ProposalTexts } from './proposal-texts.js';
import { ProposalUnits } from './proposal-units.js';
import { useProposal } from './use-proposal.js';
import '../whistle/whistle.css';

const route = getRouteApi('/proposals/$id');

/** Was there a meeting, an answer, a result? */
export function ProposalPage() {
  const query = useProposal(route.useParams().id);
  return <LoadState query={query}>{query.data && <View proposal={query.data} />}</LoadState>;
}

function View({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { id, title, text, state, dueAt, deadlines, leadDepartmentId, actions } = proposal;
  return (
    <article className="whistle">
      <header>
        <h1>{title}</h1>
        <span>{t(`proposalState.${state}`)}</span>
        <Origin proposal={proposal} />
      </header>
      {dueAt !== undefined && (
        <div className="waiting">
          <RunningClocks deadlines={deadlines} leadDepartmentId={leadDepartmentId} />
        </div>
      )}
      <ActionArea
        actions={actions}
        owed={deadlines.filter(({ doneAt }) => doneAt === undefined).map(({ step }) => step)}
        table={PROPOSAL_ACTIONS}
        subject={{ address: `/api/proposals/${id}`, title, states: 'proposalState' }}
      />
      <section>
        <h2>{t('proposal.text')}</h2>
        <p className="facts">{text}</p>
      </section>
      <ProposalUnits proposal={proposal} />
      <ProposalReply proposal={proposal} />
      <ProposalTexts texts={proposal.texts} />
    </article>
  );
}

function Origin({ proposal: { whistleId, sessionId } }: { proposal: Proposal }) {
  const { t } = useTranslation();
  return (
    <>
      {whistleId !== undefined && (
        <Link to="/whistles/$number" params={{ number: whistleId }}>
          {t('proposal.origin.whistle')}
        </Link>
      )}
      {sessionId !== undefined && (
        <Link to="/sessions/$id" params={{ id: sessionId }}>
          {t('proposal.origin.session')}
        </Link>
      )}
    </>
  );
}
