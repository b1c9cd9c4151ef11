import { QR_POINT_KINDS } from '@hsl/contracts/submissions';
import type { CreateQrPoint } from '@hsl/contracts/schemas/qr-points';
import type { VenuePage } from '@hsl/contracts/schemas/venues';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommunities, useEstates } from '../../blow/use-places.js';
import { ask } from '../../sign-in/session.js';
import { AdminForm } from '../admin-form.js';
import { useMakingPoint } from './use-places-admin.js';

const label = { optionFilterProp: 'label' } as const;
const MOST_VENUES = 100;

/** A place where a code will hang. */
export function NewPoint() {
  const { t } = useTranslation();
  const [form] = Form.useForm<CreateQrPoint>();
  const making = useMakingPoint(() => form.resetFields());
  const kind = Form.useWatch('kind', form) as CreateQrPoint['kind'] | undefined;
  const communityId = Form.useWatch('communityId', form) as string | undefined;
  const required = (field: string) => [{ required: true, message: t('sheet.required', { field: t(field) }) }];
  return (
    <AdminForm
      form={form}
      name="point"
      title={t('adminPlaces.newPoint')}
      verb={t('adminPlaces.newPoint.do')}
      sending={making}
      onFinish={(typed) => making.send(typed)}
    >
      <Form.Item name="kind" label={t('adminPlaces.pointKind')} rules={required('adminPlaces.pointKind')}>
        <Select
          showSearch={label}
          options={QR_POINT_KINDS.map((value) => ({ value, label: t(`adminPlaces.kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="place" label={t('adminPlaces.place')} rules={required('adminPlaces.place')}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="communityId" label={t('adminPlaces.community')} rules={required('adminPlaces.community')}>
        <Select showSearch={label} options={useCommunities()} />
      </Form.Item>
      {kind === 'estate' && (
        <Form.Item name="estateId" label={t('adminPlaces.estate')}>
          <EstateChoice communityId={communityId} />
        </Form.Item>
      )}
      {kind === 'venue' && (
        <Form.Item name="venueId" label={t('adminPlaces.venue')}>
          <VenueChoice />
        </Form.Item>
      )}
    </AdminForm>
  );
}

function EstateChoice({ communityId, ...controlled }: { communityId: string | undefined }) {
  return <Select {...controlled} showSearch={label} allowClear options={useEstates(communityId)} />;
}

function VenueChoice(controlled: object) {
  const { data } = useQuery({
    queryKey: ['admin', 'venue-choices'],
    queryFn: () => ask<VenuePage>(`/api/venues?active=true&limit=${MOST_VENUES}`),
  });
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <Select {...controlled} showSearch={label} allowClear options={options} />;
}
