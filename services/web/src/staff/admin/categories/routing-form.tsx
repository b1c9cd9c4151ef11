import type { RoutingSuggestion } from '@hsl/contracts/schemas/departments';
import type { ProposeRouting } from '@hsl/contracts/schemas/routing-proposals';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../../names/use-names.js';
import { AdminForm } from '../admin-form.js';
import { isOverrun } from './overrun.js';
import { useProposing } from './use-routing.js';

interface Props {
  row: RoutingSuggestion;
  onDone: () => void;
}

/** Another lead, other supporting units for one category; it holds when somebody else has approved it. */
export function RoutingForm({ row, onDone }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ProposeRouting>();
  const { send, isPending, error } = useProposing(row, onDone);
  const isLate = isOverrun(error);
  const options = useDepartments().map(({ id, name }) => ({ value: id, label: name }));
  const lead = Form.useWatch('leadDepartmentId', form);
  const required = (name: string) => [
    { required: true, message: t('sheet.required', { field: t(`categories.column.${name}`) }) },
  ];
  const name = `${row.categoryCode} ${row.categoryName ?? ''}`;
  return (
    <AdminForm
      form={form}
      name="routing"
      title={t('categories.change.of', { name })}
      verb={t('categories.propose')}
      sending={{ isPending, error: isLate ? null : error }}
      before={<Before row={row} isLate={isLate} />}
      onFinish={send}
    >
      <Form.Item
        name="leadDepartmentId"
        label={t('categories.column.lead')}
        rules={required('lead')}
        initialValue={row.lead.id}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <Form.Item
        name="supportingDepartmentIds"
        label={t('categories.column.supporting')}
        initialValue={row.supporting.map(({ id }) => id)}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={options.filter(({ value }) => value !== lead)}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('categories.column.reason')} rules={required('reason')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Button onClick={onDone}>{t('action.cancel')}</Button>
    </AdminForm>
  );
}

/** What holds now, and what a ruling has to do with it. */
function Before({ row, isLate }: { row: RoutingSuggestion; isLate: boolean }) {
  const { t } = useTranslation();
  const supporting = row.supporting.map(({ name }) => name).join(t('rules.and')) || '–';
  return (
    <>
      {isLate && <Alert role="alert" type="warning" showIcon title={t('categories.overrun')} />}
      <p>{t('categories.now', { lead: row.lead.name, supporting, reason: row.reason })}</p>
      {row.precedentOf !== undefined && <p>{t('categories.precedent.help')}</p>}
      <p>{t('categories.propose.help')}</p>
    </>
  );
}
