import { Form } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Field } from '../actions/action-form.js';
import { EvidenceField } from './evidence-field.js';
import { isNoEvidence, missingShots, type EvidenceTyped } from './evidence-typed.js';

/** Evidence in a sheet: what is missing is named, and nothing is sent while a photo is on its way. */
export function EvidenceItem({ field, address }: { field: Field; address: string }) {
  const { t } = useTranslation();
  const label = t(field.label ?? `field.${field.name}`);
  const check = (_rule: unknown, value: EvidenceTyped = {}): Promise<void> => {
    const [first] = faultsOf(field, value, label, t);
    return first === undefined ? Promise.resolve() : Promise.reject(new Error(first));
  };
  return (
    <Form.Item name={field.name} label={label} required={!field.isOptional} rules={[{ validator: check }]}>
      <EvidenceField
        address={address}
        shots={field.shots ?? []}
        isNamed={field.namesFiles === true}
        isWithoutWords={field.kind === 'files'}
      />
    </Form.Item>
  );
}

function faultsOf(field: Field, value: EvidenceTyped, label: string, t: TFunction): string[] {
  const going = Object.values(value.going ?? {}).some((n) => n > 0);
  const isLeftOut = field.isOptional && isNoEvidence(value);
  const needsWords = field.kind === 'evidence' && !isLeftOut && !value.note?.trim();
  const missing = isLeftOut ? [] : missingShots(field.shots ?? [], value);
  return [
    ...(needsWords ? [t('sheet.required', { field: label })] : []),
    ...missing.map(({ stage, n }) => t('evidence.missing', { stage: t(`evidence.stage.${stage}`), n })),
    ...(going ? [t('evidence.going')] : []),
  ];
}
