import type { ConsumerLag, DeadLetterHeap, EventFlow as Flow } from '@hsl/contracts/schemas/platform-health';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../../load-state.js';
import { ask } from '../../sign-in/session.js';
import { TableBox } from '../../table-box.js';
import { useAt } from '../use-at.js';
import { serviceOf, unread } from './flow-trouble.js';

/** Asking costs the broker a walk through its dead letters. */
const ASK_AGAIN_MS = 60_000;

/** How far each service is behind, and what could not be handled; a broker that is away says so. */
export function EventFlow() {
  const { t } = useTranslation();
  const at = useAt();
  const query = useQuery({
    queryKey: ['admin', 'health', 'events'],
    queryFn: () => ask<Flow>('/api/platform-health/events'),
    refetchInterval: ASK_AGAIN_MS,
  });
  const flow = query.data;
  return (
    <section>
      <h2>{t('health.flow')}</h2>
      <LoadState query={query}>
        {flow?.broker === 'down' && (
          <Alert role="alert" type="error" showIcon title={t('health.flow.down', { reason: flow.reason ?? '' })} />
        )}
        {flow?.lags && <Lags lags={flow.lags} />}
        {flow?.deadLetters && <DeadLetters heaps={flow.deadLetters} />}
        {flow && <p>{t('health.asOf', { at: at(flow.at) })}</p>}
        <Button loading={query.isFetching} onClick={() => void query.refetch()}>
          {t('health.flow.askAgain')}
        </Button>
      </LoadState>
    </section>
  );
}

function Lags({ lags }: { lags: readonly ConsumerLag[] }) {
  const { t } = useTranslation();
  return (
    <TableBox label={t('health.flow')} columns={['service', 'waiting', 'readers'].map((one) => t(`health.lag.${one}`))}>
      {lags.map((lag) => (
        <tr key={lag.service}>
          <th scope="row">{t(`health.service.${lag.service}`)}</th>
          <td>{lag.waiting}</td>
          <td>{unread(lag) ? t('health.lag.nobody') : lag.readers}</td>
        </tr>
      ))}
    </TableBox>
  );
}

const COLUMNS = ['from', 'service', 'count', 'error', 'newest', 'oldest'] as const;

function DeadLetters({ heaps }: { heaps: readonly DeadLetterHeap[] }) {
  const { t } = useTranslation();
  const at = useAt();
  if (heaps.length === 0) return <p>{t('health.dead.none')}</p>;
  return (
    <>
      <h3>{t('health.dead')}</h3>
      <p>{t('health.dead.help')}</p>
      <TableBox label={t('health.dead')} columns={COLUMNS.map((one) => t(`health.dead.${one}`))}>
        {heaps.map(({ topic, group, count, oldestAt, newest }) => (
          <tr key={`${topic} ${group}`}>
            <th scope="row">{topic}</th>
            <td>{t(`health.service.${serviceOf(group)}`, { defaultValue: group })}</td>
            <td>{count}</td>
            <td className="wide">
              {newest.type ?? t('health.dead.noEvent')}: {newest.error}
            </td>
            <td>{at(newest.failedAt)}</td>
            <td>{at(oldestAt)}</td>
          </tr>
        ))}
      </TableBox>
    </>
  );
}
