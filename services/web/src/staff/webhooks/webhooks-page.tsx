import type { NewWebhook } from '@hsl/contracts/schemas/webhooks';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminFrame } from '../admin/admin-frame.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useWebhooks } from './use-webhooks.js';
import { WebhookForm } from './webhook-form.js';
import '../work/work.css';
import './webhooks.css';

/** Whom do we call? */
export function WebhooksPage() {
  const { t } = useTranslation();
  const query = useWebhooks();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<NewWebhook>();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const done = (webhook: NewWebhook): void => {
    setMade(webhook);
    setOpen(false);
  };
  return (
    <AdminFrame words="admin.webhooks">
      <p>{t('webhooks.help')}</p>
      {made && <Secret secret={made.secret} />}
      {isOpen ? (
        <WebhookForm onCreated={done} onCancel={() => setOpen(false)} />
      ) : (
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('webhooks.new')}
        </Button>
      )}
      <LoadState query={query}>
        {rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('webhooks.empty')} />}
        <ul className="owed webhook-list">
          {rows.map(({ id, name, url, active }) => (
            <li key={id}>
              <Link to="/admin/webhooks/$id" params={{ id }}>
                <strong>{name}</strong> {url}
              </Link>
              <span>{t(active ? 'webhooks.active' : 'webhooks.resting')}</span>
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </AdminFrame>
  );
}

/** Shown once: it is kept nowhere in the page. */
function Secret({ secret }: { secret: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      role="status"
      type="info"
      showIcon
      title={t('webhooks.secret')}
      description={<code className="webhook-secret">{secret}</code>}
    />
  );
}
