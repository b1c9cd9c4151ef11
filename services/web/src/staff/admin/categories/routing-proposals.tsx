import type { RoutingProposal } from '@hsl/contracts/schemas/routing-proposals';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { useAccountName } from '../../names/use-names.js';
import { Failures } from '../failures.js';
import { useAt } from '../use-at.js';
import { useDeciding, useWaiting } from './use-routing.js';

/** Changes of the routing table that wait for another person. */
export function RoutingProposals() {
  const { t } = useTranslation();
  const { query, rows } = useWaiting();
  return (
    <section>
      <h2>{t('categories.waiting')}</h2>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('categories.waiting.none')}</p>}
        {rows.map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} />
        ))}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

function Proposal({ proposal }: { proposal: RoutingProposal }) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const { categoryCode: code, lead, supporting, reason, proposedBy, proposedAt } = proposal;
  const units = supporting.map(({ name }) => name).join(t('rules.and')) || '–';
  return (
    <div role="group" aria-label={t('categories.waiting.of', { code })}>
      <p>
        {t('categories.waiting.text', { code, lead: lead.name, supporting: units, reason })}{' '}
        <small>
          {accountName(proposedBy)} · {at(proposedAt)}
        </small>
      </p>
      {proposal.mayDecide && <Decision id={proposal.id} code={code} />}
    </div>
  );
}

function Decision({ id, code }: { id: string; code: string }) {
  const { t } = useTranslation();
  const deciding = useDeciding(id);
  const [reason, setReason] = useState('');
  const field = useId();
  return (
    <>
      <Failures error={deciding.error} />
      <label htmlFor={field}>{t('categories.reject.why')}</label>
      <Input id={field} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      <div className="admin-row">
        <Button
          type="primary"
          loading={deciding.isPending}
          aria-label={t('categories.approve.of', { code })}
          onClick={() => deciding.send({ verdict: 'approve' })}
        >
          {t('categories.approve')}
        </Button>
        <Button
          loading={deciding.isPending}
          aria-label={t('categories.reject.of', { code })}
          onClick={() => deciding.send({ verdict: 'reject', ...(reason.trim() === '' ? {} : { reason }) })}
        >
          {t('categories.reject')}
        </Button>
      </div>
    </>
  );
}
