import type { CreateWebhook, NewWebhook } from '@hsl/contracts/schemas/webhooks';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { ApiProblem } from '../../http/problem.js';
import { useCommunities } from '../blow/use-places.js';
import { useCreating, useEventTypes } from './use-webhooks.js';

interface Props {
  onCreated: (made: NewWebhook) => void;
  onCancel: () => void;
}

/** A new receiver. */
export function WebhookForm({ onCreated, onCancel }: Props) {
  const { t } = useTranslation();
  const types = useEventTypes().data?.items ?? [];
  const creating = useCreating(onCreated);
  const required = (name: string) => [
    { required: true, message: t('sheet.required', { field: t(`webhooks.${name}`) }) },
  ];
  return (
    <Form<CreateWebhook>
      className="webhook-form"
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      initialValues={{ communityIds: [] }}
      onFinish={creating.send}
    >
      {creating.error && <Failure error={creating.error} />}
      <Form.Item name="name" label={t('webhooks.name')} rules={required('name')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="url" label={t('webhooks.url')} rules={required('url')}>
        <Input maxLength={500} inputMode="url" placeholder="https://" />
      </Form.Item>
      <Form.Item name="eventTypes" label={t('webhooks.eventTypes')} rules={required('eventTypes')}>
        <Select mode="multiple" showSearch options={types.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="communityIds" label={t('webhooks.communityIds')} extra={t('webhooks.communityIds.help')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={useCommunities()} />
      </Form.Item>
      <div className="sheet-buttons">
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={creating.isPending}>
          {t('webhooks.add')}
        </Button>
      </div>
    </Form>
  );
}

/** What the service says of a field, else of the whole. */
function Failure({ error }: { error: Error }) {
  const { t } = useTranslation();
  const fields = error instanceof ApiProblem ? error.errors.map(({ message }) => message) : [];
  return <Alert role="alert" type="error" showIcon title={fields.join(' ') || failureText(error, t)} />;
}
