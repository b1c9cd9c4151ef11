import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { slotRule } from '../templates/slot-rule.js';
import { TemplatePicker } from '../templates/template-picker.js';
import type { Typed } from './blown.js';

interface Props {
  typed: Typed;
  /** Of the community that is chosen. */
  communityName: string | undefined;
  onPick: (facts: string) => void;
}

/** What happened: in own words, or from a template of the category with what the form knows filled in. */
export function FactsField({ typed, communityName, onPick }: Props) {
  const { t } = useTranslation();
  const required = { required: true, message: t('sheet.required', { field: t('blow.facts') }) };
  return (
    <>
      <TemplatePicker
        use="blow"
        categoryCode={typed.categoryCode}
        known={{ 地点: typed.place || undefined, 社区: communityName }}
        onPick={onPick}
      />
      <Form.Item name="facts" label={t('blow.facts')} rules={[required, slotRule(t)]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={2_000} showCount />
      </Form.Item>
    </>
  );
}
