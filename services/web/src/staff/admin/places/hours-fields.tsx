import type { Venue } from '@hsl/contracts/schemas/venues';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

/** Opening hours as most venues have them: the same on some weekdays. */
export interface TypedHours {
  weekdays: number[];
  opens: string;
  closes: string;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** One line a weekday, as the service keeps them. */
export const hoursOf = ({ weekdays, opens, closes }: TypedHours): Venue['openingHours'] =>
  weekdays.toSorted((one, other) => one - other).map((weekday) => ({ weekday, opens, closes }));

/** On which weekdays, from when to when. */
export function HoursFields() {
  const { t } = useTranslation();
  const required = (field: string) => [{ required: true, message: t('sheet.required', { field: t(field) }) }];
  return (
    <div className="admin-row">
      <Form.Item
        name={['hours', 'weekdays']}
        label={t('adminPlaces.weekdays')}
        rules={required('adminPlaces.weekdays')}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 240 }}
          options={WEEKDAYS.map((value) => ({ value, label: t(`adminPlaces.weekday.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name={['hours', 'opens']} label={t('adminPlaces.opens')} rules={required('adminPlaces.opens')}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name={['hours', 'closes']} label={t('adminPlaces.closes')} rules={required('adminPlaces.closes')}>
        <Input type="time" />
      </Form.Item>
    </div>
  );
}
