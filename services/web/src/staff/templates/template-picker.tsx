import type { TemplateUse } from '@hsl/contracts/template-uses';
import { fillSlots, type TextSlot } from '@hsl/contracts/text-slots';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTemplates } from './use-templates.js';

interface Props {
  use: TemplateUse;
  categoryCode?: string | undefined;
  /** What the form knows already. */
  known?: Partial<Record<TextSlot, string | undefined>>;
  /** The text to go on from, with its known slots filled. */
  onPick: (text: string) => void;
}

const today = (): string =>
  new Date().toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' });

/** A text to begin with: it replaces what stands in the field; nothing where there are no templates. */
export function TemplatePicker({ use, categoryCode, known = {}, onPick }: Props) {
  const { t } = useTranslation();
  const templates = useTemplates(use, categoryCode);
  if (templates.length === 0) return undefined;
  return (
    <Select
      aria-label={t('template.pick')}
      placeholder={t('template.pick')}
      className="template-picker"
      style={{ width: '100%', marginBottom: 8 }}
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      options={templates.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(id: string | null) => {
        const chosen = templates.find((one) => one.id === id);
        if (chosen) onPick(fillSlots(chosen.text, { 日期: today(), ...known }));
      }}
    />
  );
}
