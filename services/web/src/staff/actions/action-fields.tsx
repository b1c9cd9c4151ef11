import { Button, Form, Input, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { slotRule } from '../templates/slot-rule.js';
import { TemplatePicker } from '../templates/template-picker.js';
import { EvidenceItem } from '../evidence/evidence-item.js';
import { DIRECTORIES, DirectoryInput } from './directory-input.js';
import { isAsked, type Field, type Typed } from './action-form.js';

interface Props {
  fields: readonly Field[];
  typed: Typed;
  /** Of the thing that is acted on: files are put there. */
  address: string;
}

/** The inputs of a sheet, each by its kind. */
export function ActionFields({ fields, typed, address }: Props) {
  return fields
    .filter((field) => isAsked(field, typed))
    .map((field) =>
      field.kind === 'milestones' ? (
        <Milestones key={field.name} name={field.name} />
      ) : field.kind === 'evidence' || field.kind === 'files' ? (
        <EvidenceItem key={field.name} field={field} address={`${address}/files`} />
      ) : (
        <OneField key={field.name} field={field} />
      ),
    );
}

function OneField({ field }: { field: Field }) {
  const { t } = useTranslation();
  const label = t(field.label ?? `field.${field.name}`);
  const rules = field.isOptional ? [] : [{ required: true, message: t('sheet.required', { field: label }) }];
  const form = Form.useFormInstance();
  const { name, templates } = field;
  return (
    <>
      {templates && <TemplatePicker use={templates} onPick={(text) => form.setFieldValue(name, text)} />}
      <Form.Item name={name} label={label} rules={templates ? [...rules, slotRule(t)] : rules}>
        {field.kind in DIRECTORIES ? <DirectoryInput field={field} /> : <FieldInput field={field} />}
      </Form.Item>
    </>
  );
}

function FieldInput({ field, ...controlled }: { field: Field }) {
  const { t } = useTranslation();
  const { kind, codes = [], words = `field.${field.name}`, options } = field;
  if (kind === 'text' || kind === 'lines') {
    return <Input.TextArea {...controlled} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={field.maxLength} />;
  }
  if (kind === 'day' || kind === 'plainDay') return <Input {...controlled} type="date" />;
  if (kind === 'instant') return <Input {...controlled} type="datetime-local" />;
  if (kind === 'number')
    return <InputNumber {...controlled} min={0} max={1_000_000} precision={0} inputMode="numeric" />;
  if (kind === 'line') return <Input {...controlled} maxLength={field.maxLength} />;
  if (kind === 'whistle') return <Input {...controlled} maxLength={40} />;
  return (
    <Select
      {...controlled}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...(options ?? codes.map((code) => ({ value: code, label: t(`${words}.${code}`) })))]}
      mode={kind === 'choices' ? 'multiple' : undefined}
    />
  );
}

/** Dates of a timetable, with what shall be reached by each. */
function Milestones({ name }: { name: string }) {
  const { t } = useTranslation();
  const required = (key: string) => [{ required: true, message: t('sheet.required', { field: t(key) }) }];
  return (
    <Form.List name={name} initialValue={[{}]}>
      {(rows, { add }) => (
        <>
          {rows.map(({ key, name: row }) => (
            <Space key={key} align="start" wrap>
              <Form.Item
                name={[row, 'title']}
                label={t('field.milestone.title')}
                rules={required('field.milestone.title')}
              >
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item
                name={[row, 'dueAt']}
                label={t('field.milestone.dueAt')}
                rules={required('field.milestone.dueAt')}
              >
                <Input type="date" />
              </Form.Item>
            </Space>
          ))}
          <Button onClick={() => add({})}>{t('field.milestone.add')}</Button>
        </>
      )}
    </Form.List>
  );
}
