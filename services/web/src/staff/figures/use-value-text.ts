import { useTranslation } from 'react-i18next';
import { valueText } from './value-text.js';

/** Units that are said with the number; percentages have their sign, counts speak for themselves. */
const SAID: ReadonlySet<string> = new Set(['hours', 'perThousandHouseholds', 'perHundred']);

/** A figure as people write it, with its unit: "92.8 %", "6.3 小时". */
export function useValueText(): (value: number, unit: string) => string {
  const { t } = useTranslation();
  return (value, unit) => {
    const text = valueText(value, unit);
    return SAID.has(unit) ? t(`figures.unit.${unit}`, { value: text }) : text;
  };
}
