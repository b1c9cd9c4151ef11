import type { RuleChanges, RuleSetProposal } from '@hsl/contracts/schemas/rules';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../../actions/action-area.js';
import { LoadState } from '../../load-state.js';
import { useAccountName } from '../../names/use-names.js';
import { ask } from '../../sign-in/session.js';
import { AdminFrame } from '../admin-frame.js';
import { useAt } from '../use-at.js';
import { ChangeTable } from './change-table.js';
import { PROPOSAL_ACTIONS, proposalActions } from './proposal-action-forms.js';
import { useRuleProposal } from './use-rules.js';

const route = getRouteApi('/admin/rules/proposals/$id');

/** What somebody wants changed, what it would have meant, and the decision. */
export function RuleProposalPage() {
  const query = useRuleProposal(route.useParams().id);
  return (
    <AdminFrame words="admin.rules">
      <LoadState query={query}>{query.data && <Proposal proposal={query.data} />}</LoadState>
    </AdminFrame>
  );
}

function Proposal({ proposal }: { proposal: RuleSetProposal }) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const { id, state, reason, proposedBy, proposedAt, changes } = proposal;
  return (
    <>
      <section>
        <h2>{t('rules.proposal.line', { who: accountName(proposedBy), at: at(proposedAt), n: changes.length })}</h2>
        <p>
          <strong>{t(`rules.state.${state}`)}</strong>
        </p>
        {reason !== undefined && <p>{t('rules.reason', { reason })}</p>}
        <Decision proposal={proposal} />
        {state === 'PROPOSED' ? <Effect proposal={proposal} /> : <ChangeTable changes={changes} />}
        <Link to="/admin/rules">{t('rules.back')}</Link>
      </section>
      {state === 'PROPOSED' && (
        <ActionArea
          actions={proposalActions(proposal)}
          owed={[]}
          table={PROPOSAL_ACTIONS}
          subject={{ address: `/api/rule-set/proposals/${id}`, title: t('admin.rules') }}
        />
      )}
    </>
  );
}

function Decision({ proposal }: { proposal: RuleSetProposal }) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const { decidedBy, decidedAt, decisionReason, version, effectiveFrom } = proposal;
  if (decidedBy === undefined || decidedAt === undefined) return null;
  return (
    <>
      <p>{t('rules.decided', { who: accountName(decidedBy), at: at(decidedAt) })}</p>
      {version !== undefined && effectiveFrom !== undefined && (
        <p>{t('rules.became', { version, at: at(effectiveFrom) })}</p>
      )}
      {decisionReason !== undefined && <p>{t('rules.reason', { reason: decisionReason })}</p>}
    </>
  );
}

/** Compared with the rules of today, and tried on the last 90 days. */
function Effect({ proposal: { id, content } }: { proposal: RuleSetProposal }) {
  const query = useQuery({
    queryKey: ['rules', 'effect', id],
    queryFn: () => ask<RuleChanges>('/api/rule-set/preview', { method: 'POST', body: { content } }),
  });
  return (
    <LoadState query={query}>
      {query.data && <ChangeTable changes={query.data.changes} trial={query.data.trial} />}
    </LoadState>
  );
}
