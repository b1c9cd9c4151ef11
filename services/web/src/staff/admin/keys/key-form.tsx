import { API_KEY_SCOPES, COMMUNITY_KEY_SCOPES, type ApiKeyScope } from '@hsl/contracts/api-key-scopes';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../../blow/use-places.js';
import { AdminForm } from '../admin-form.js';
import { useIssuing } from './use-keys.js';

interface Typed {
  name: string;
  scopes: ApiKeyScope[];
  communityId?: string;
  day: string;
}

/** A key ends with its last day in Asia/Shanghai. */
const END_OF_DAY = 'T23:59:59+08:00';
const label = { optionFilterProp: 'label' } as const;
const ofCommunity: readonly string[] = COMMUNITY_KEY_SCOPES;

/** A key for a partner: what it may do, where, and until when. */
export function KeyForm({ onIssued }: { onIssued: (key: string) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const communities = useCommunities();
  const issuing = useIssuing((key) => {
    form.resetFields();
    onIssued(key);
  });
  const scopes = (Form.useWatch('scopes', form) as ApiKeyScope[] | undefined) ?? [];
  const needsCommunity = scopes.some((scope) => ofCommunity.includes(scope));
  const required = (name: string) => [{ required: true, message: t('sheet.required', { field: t(`keys.${name}`) }) }];
  return (
    <AdminForm
      form={form}
      name="key"
      title={t('keys.new')}
      verb={t('keys.submit')}
      sending={issuing}
      onFinish={({ day, ...typed }) => issuing.send({ ...typed, expiresAt: day + END_OF_DAY })}
    >
      <Form.Item name="name" label={t('keys.name')} rules={required('name')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="scopes" label={t('keys.scopes')} rules={required('scopes')}>
        <Select
          mode="multiple"
          showSearch={label}
          options={API_KEY_SCOPES.map((value) => ({ value, label: t(`keys.scope.${value}`) }))}
        />
      </Form.Item>
      {needsCommunity && (
        <Form.Item name="communityId" label={t('keys.community')} rules={required('community')}>
          <Select showSearch={label} options={communities} />
        </Form.Item>
      )}
      <Form.Item name="day" label={t('keys.expires')} rules={required('expires')}>
        <Input type="date" />
      </Form.Item>
    </AdminForm>
  );
}
