import type { DecideErasure, ErasureRequest } from '@hsl/contracts/schemas/personal-data';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { useAccountName } from '../../names/use-names.js';
import { ask } from '../../sign-in/session.js';
import { useSending } from '../../use-sending.js';
import { Failures } from '../failures.js';
import { useAt } from '../use-at.js';
import { useListed } from '../use-listed.js';

export const ERASURES_PATH = '/api/personal-data/erasure-requests';

/** People who ask to be forgotten: a deputy leader decides in place, the auditor reads. */
export function ErasureRequests() {
  const { t } = useTranslation();
  const { query, rows } = useListed<ErasureRequest>(ERASURES_PATH);
  return (
    <section>
      <h2>{t('erasures.title')}</h2>
      <p>{t('erasures.help')}</p>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('erasures.none')}</p>}
        <ul className="admin-erasures">
          {rows.map((request) => (
            <ErasureLine key={request.id} request={request} />
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

export function ErasureLine({ request }: { request: ErasureRequest }) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const { id, subject, userId, submissionIds, state, requestedAt, decidedBy, decidedAt, decisionReason } = request;
  const who = t(`erasures.of.${subject}`, { who: userId && accountName(userId), count: submissionIds.length });
  return (
    <li>
      <p>
        {who} · {at(requestedAt)} · {t(`erasures.state.${state}`)}
      </p>
      {/* Only who decides may open what was sent. */}
      {request.mayDecide && submissionIds.length > 0 && (
        <p className="admin-row">
          {submissionIds.map((submissionId, index) => (
            <Link key={submissionId} to="/submissions/$id" params={{ id: submissionId }}>
              {t('erasures.submission', { n: index + 1 })}
            </Link>
          ))}
        </p>
      )}
      {decidedBy !== undefined && decidedAt !== undefined && (
        <p>{t('erasures.decided', { who: accountName(decidedBy), at: at(decidedAt), reason: decisionReason ?? '' })}</p>
      )}
      {request.mayDecide && <Decision id={id} who={who} />}
    </li>
  );
}

function Decision({ id, who }: { id: string; who: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const field = useId();
  const again = () => queries.invalidateQueries({ queryKey: ['admin', ERASURES_PATH] });
  const deciding = useSending<DecideErasure>({
    mutationFn: (body) => ask(`${ERASURES_PATH}/${id}/decision`, { method: 'POST', body }),
    onSuccess: again,
    onError: () => void again(),
  });
  return (
    <>
      <Failures error={deciding.error} />
      <label htmlFor={field}>{t('erasures.reason')}</label>
      <Input id={field} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      <div className="admin-row">
        {(['approve', 'reject'] as const).map((verdict) => (
          <Button
            key={verdict}
            type={verdict === 'approve' ? 'primary' : 'default'}
            disabled={reason.trim() === ''}
            loading={deciding.isPending}
            aria-label={t(`erasures.${verdict}.of`, { who })}
            onClick={() => deciding.send({ verdict, reason: reason.trim() })}
          >
            {t(`erasures.${verdict}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
