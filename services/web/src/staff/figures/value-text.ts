/** Units of which a change is told in percentage points. */
const PERCENT = 'percent';

/** Percentages and scores with one decimal, counts in full. */
const numberText = (value: number, unit: string): string =>
  unit !== PERCENT && Number.isInteger(value) ? String(value) : value.toFixed(1);

/** "92.8 %", "7". */
export const valueText = (value: number, unit: string): string =>
  unit === PERCENT ? `${numberText(value, unit)} %` : numberText(value, unit);

/** "+1.2", "−0.4", "+2" of a count; undefined where there was nothing to compare with. */
export function changeText(difference: number | null, unit: string): string | undefined {
  if (difference === null) return undefined;
  const sign = difference < 0 ? '−' : difference > 0 ? '+' : '';
  return `${sign}${numberText(Math.abs(difference), unit)}`;
}
