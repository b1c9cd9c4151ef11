import type { Webhook, WebhookDelivery } from '@hsl/contracts/schemas/webhooks';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { instantText } from '../../time/instant-text.js';
import { ShownOnce } from '../admin/shown-once.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { TableBox } from '../table-box.js';
import { AskedTwice } from './asked-twice.js';
import { useDeliveries, useManaging, useWebhook } from './use-webhooks.js';
import './webhooks.css';

const COLUMNS = ['event', 'state', 'tries', 'answer', 'at', 'again'] as const;

/** Does it arrive? */
export function WebhookPage() {
  const { id = '' } = useParams({ strict: false });
  const webhook = useWebhook(id);
  return (
    <article className="webhooks">
      <LoadState query={webhook}>{webhook.data && <Receiver webhook={webhook.data} />}</LoadState>
    </article>
  );
}

function Receiver({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const { id, name, url, active, eventTypes, communityIds } = webhook;
  const navigate = useNavigate();
  const [secret, setSecret] = useState<string>();
  const { changing, replaying, renewing, removing } = useManaging(id, {
    onRenewed: setSecret,
    onRemoved: () => void navigate({ to: '/admin/webhooks' }),
  });
  const log = useDeliveries(id);
  const rows = log.data?.pages.flatMap(({ items }) => items) ?? [];
  const error = changing.error ?? replaying.error ?? renewing.error ?? removing.error;
  return (
    <>
      <h1>{name}</h1>
      <p>
        {url} · {t(active ? 'webhooks.active' : 'webhooks.resting')}{' '}
        <Button loading={changing.isPending} onClick={() => changing.send({ active: !active })}>
          {t(active ? 'webhooks.pause' : 'webhooks.resume')}
        </Button>
      </p>
      <p>{t('webhooks.hears', { types: eventTypes.join(' · ') })}</p>
      {communityIds.length > 0 && <p>{t('webhooks.from', { communities: communityIds.join(' · ') })}</p>}
      <div className="webhook-acts">
        <AskedTwice words="webhooks.renew" isGoing={renewing.isPending} onSure={() => renewing.send(undefined)} />
        <AskedTwice words="webhooks.remove" isGoing={removing.isPending} onSure={() => removing.send(undefined)} />
      </div>
      {secret !== undefined && (
        <ShownOnce title={t('webhooks.secret.new')} text={secret} onSeen={() => setSecret(undefined)} />
      )}
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
      <h2>{t('webhooks.log')}</h2>
      <LoadState query={log}>
        {rows.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('webhooks.log.empty')} />
        ) : (
          <TableBox label={t('webhooks.log')} columns={COLUMNS.map((column) => t(`webhooks.log.${column}`))}>
            {rows.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} onReplay={replaying.send} />
            ))}
          </TableBox>
        )}
        <LoadMore query={log} />
      </LoadState>
    </>
  );
}

function DeliveryRow({ delivery, onReplay }: { delivery: WebhookDelivery; onReplay: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const { id, eventType, state, attempts, httpStatus, reason, replay, createdAt, settledAt } = delivery;
  return (
    <tr>
      <th scope="row">{eventType}</th>
      <td>{t(replay > 0 ? `webhooks.replayed.${state}` : `webhooks.state.${state}`)}</td>
      <td>{attempts}</td>
      <td>{httpStatus ?? reason ?? '—'}</td>
      <td>{instantText(Date.parse(settledAt ?? createdAt), Date.now(), i18n.language)}</td>
      <td>
        {state !== 'WAITING' && (
          <Button aria-label={t('webhooks.replay.of', { type: eventType })} onClick={() => onReplay(id)}>
            {t('webhooks.replay')}
          </Button>
        )}
      </td>
    </tr>
  );
}
