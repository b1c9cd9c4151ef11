import type { ErasureRequest } from '@hsl/contracts/schemas/personal-data';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ERASURES_PATH, ErasureLine } from '../admin/audit/erasure-requests.js';
import { ask } from '../sign-in/session.js';
import { useHasRole } from '../sign-in/use-me.js';

const MOST = 50;
const ASK_AGAIN_MS = 15_000;

/** Requests to be forgotten that this reader may grant; nothing for whoever may grant none. */
export function usePendingErasures(): readonly ErasureRequest[] {
  const { data } = useQuery({
    queryKey: ['admin', ERASURES_PATH, 'waiting'],
    refetchInterval: ASK_AGAIN_MS,
    enabled: useHasRole('deputyLeader'),
    queryFn: () => ask<{ items: ErasureRequest[] }>(`${ERASURES_PATH}?state=REQUESTED&limit=${MOST}`),
  });
  return (data?.items ?? []).filter(({ mayDecide }) => mayDecide);
}

/** They are of persons, not of matters: the reason is written beside each, whatever the answer. */
export function PendingErasures({ requests }: { requests: readonly ErasureRequest[] }) {
  const { t } = useTranslation();
  if (requests.length === 0) return null;
  return (
    <section className="approval" aria-labelledby="pending-erasures">
      <h2 id="pending-erasures">{t('erasures.title')}</h2>
      <p>{t('erasures.help')}</p>
      <ul className="pending-erasures">
        {requests.map((request) => (
          <ErasureLine key={request.id} request={request} />
        ))}
      </ul>
    </section>
  );
}
