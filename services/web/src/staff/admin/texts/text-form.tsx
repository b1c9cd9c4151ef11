import type { AddTemplate, TextTemplate } from '@hsl/contracts/schemas/text-templates';
import { TEMPLATE_USES } from '@hsl/contracts/template-uses';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../../blow/use-places.js';
import { AdminForm } from '../admin-form.js';
import { isOverrun } from '../categories/overrun.js';
import { useAdding, useChanging } from './use-texts.js';

type Typed = Pick<AddTemplate, 'title' | 'text' | 'categoryCode'>;

/** One template more. */
export function NewText() {
  const { t } = useTranslation();
  const [form] = Form.useForm<AddTemplate>();
  const adding = useAdding(() => form.resetFields());
  const options = TEMPLATE_USES.map((value) => ({ value, label: t(`texts.use.${value}`) }));
  return (
    <AdminForm
      form={form}
      name="new-text"
      title={t('texts.new')}
      verb={t('texts.new')}
      sending={adding}
      onFinish={adding.send}
    >
      <Form.Item name="use" label={t('texts.use')} rules={[useRequired('use')]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <Fields />
    </AdminForm>
  );
}

/** Another text for what is there. */
export function ChangeText({ template, onDone }: { template: TextTemplate; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const { send, isPending, error } = useChanging(onDone);
  const isLate = isOverrun(error);
  return (
    <AdminForm
      form={form}
      name="text"
      title={t('texts.change.of', { title: template.title })}
      verb={t('texts.save')}
      sending={{ isPending, error: isLate ? null : error }}
      before={isLate && <Alert role="alert" type="warning" showIcon title={t('texts.overrun')} />}
      onFinish={({ categoryCode = null, ...typed }) => send({ template, change: { ...typed, categoryCode } })}
    >
      <Fields template={template} />
      <Button onClick={onDone}>{t('action.cancel')}</Button>
    </AdminForm>
  );
}

function Fields({ template }: { template?: TextTemplate }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="title" label={t('texts.title')} rules={[useRequired('title')]} initialValue={template?.title}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="text" label={t('texts.text')} rules={[useRequired('text')]} initialValue={template?.text}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="categoryCode" label={t('texts.category')} initialValue={template?.categoryCode}>
        <Select showSearch={{ optionFilterProp: 'label' }} allowClear options={useCategories()} />
      </Form.Item>
    </>
  );
}

function useRequired(name: string) {
  const { t } = useTranslation();
  return { required: true, message: t('sheet.required', { field: t(`texts.${name}`) }) };
}
