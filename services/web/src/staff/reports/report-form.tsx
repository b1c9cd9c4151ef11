import { REPORT_FORMATS } from '@hsl/contracts/report-kinds';
import type { ReportKindList, RequestReport } from '@hsl/contracts/schemas/reports';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PERIODS, periodOf } from '../figures/periods.js';
import { yearsOf } from './months.js';
import { useRequesting } from './use-requesting.js';

const FIRST_DAY = '2000-01-01';

/** What do I hand out, of which days, as what? */
export function ReportForm({ kinds }: { kinds: ReportKindList['items'] }) {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<RequestReport>();
  const requesting = useRequesting('report', {});
  const initial = { kind: kinds[0]?.kind, format: 'xlsx', ...periodOf('month', Date.now()), ...requesting.typed };
  const chosen = (Form.useWatch('kind', form) as string | undefined) ?? initial.kind;
  const needsWhistle = kinds.some(({ kind, needsWhistle: needs }) => kind === chosen && needs);
  const required = (name: string) => [
    { required: true, message: t('reports.required', { field: t(`reports.${name}`) }) },
  ];
  const setPeriod = (period: { from: string; to: string }): void => {
    form.setFieldsValue(period);
    requesting.keep({ ...form.getFieldsValue() });
  };
  const options = kinds.map(({ kind, title }) => ({
    value: kind,
    label: i18n.language === 'en' ? title.en : title.zh,
  }));
  return (
    <Form
      form={form}
      className="report-form"
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      initialValues={initial}
      onValuesChange={({ kind }: Partial<RequestReport>, all) => {
        if (kind === 'caseFile') setPeriod(yearsOf(Date.now()));
        else requesting.keep({ ...all });
      }}
      onFinish={requesting.send}
    >
      {requesting.failure !== undefined && <Alert role="alert" type="error" showIcon title={requesting.failure} />}
      <Form.Item name="kind" label={t('reports.kind')} rules={required('kind')}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      {needsWhistle && (
        <Form.Item name="whistleNumber" label={t('reports.whistleNumber')} rules={required('whistleNumber')}>
          <Input maxLength={40} />
        </Form.Item>
      )}
      <Form.Item name="from" label={t('reports.from')} rules={required('from')}>
        <Input type="date" min={FIRST_DAY} />
      </Form.Item>
      <Form.Item name="to" label={t('reports.to')} rules={required('to')}>
        <Input type="date" min={FIRST_DAY} />
      </Form.Item>
      <Form.Item name="format" label={t('reports.format')} rules={required('format')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={REPORT_FORMATS.map((value) => ({ value, label: t(`reports.format.${value}`) }))}
        />
      </Form.Item>
      <div className="sheet-buttons presets" role="group" aria-label={t('reports.presets')}>
        {PERIODS.map((name) => (
          <Button key={name} onClick={() => setPeriod(periodOf(name, Date.now()))}>
            {t(`figures.period.${name}`)}
          </Button>
        ))}
      </div>
      <Button
        type="primary"
        htmlType="submit"
        loading={requesting.isPending}
        // The sign of waiting is no part of what it is called.
        aria-label={t('reports.generate')}
      >
        {t('reports.generate')}
      </Button>
    </Form>
  );
}
