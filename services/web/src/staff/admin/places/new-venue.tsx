import { VENUE_KINDS } from '@hsl/contracts/venues';
import type { CreateVenue } from '@hsl/contracts/schemas/venues';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../../blow/use-places.js';
import { AdminForm } from '../admin-form.js';
import { useMakingVenue } from './use-places-admin.js';
import { HoursFields, hoursOf, type TypedHours } from './hours-fields.js';

type Typed = Omit<CreateVenue, 'openingHours'> & { hours: TypedHours };

const label = { optionFilterProp: 'label' } as const;

/** Opens a venue. */
export function NewVenue() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const making = useMakingVenue(() => form.resetFields());
  const required = (field: string) => [{ required: true, message: t('sheet.required', { field: t(field) }) }];
  return (
    <AdminForm
      form={form}
      name="venue"
      title={t('adminPlaces.newVenue')}
      verb={t('adminPlaces.newVenue.do')}
      sending={making}
      onFinish={({ hours, ...venue }) => making.send({ ...venue, openingHours: hoursOf(hours) })}
    >
      <Form.Item name="name" label={t('adminPlaces.venueName')} rules={required('adminPlaces.venueName')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={t('adminPlaces.venueKind')} rules={required('adminPlaces.venueKind')}>
        <Select
          showSearch={label}
          options={VENUE_KINDS.map((value) => ({ value, label: t(`adminPlaces.venueKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="address" label={t('adminPlaces.address')} rules={required('adminPlaces.address')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="communityId" label={t('adminPlaces.venueCommunity')}>
        <Select showSearch={label} allowClear options={useCommunities()} />
      </Form.Item>
      <HoursFields />
    </AdminForm>
  );
}
