/** Units of which a change is told in percentage points. */
const PERCENT = 'percent';

/** "92.8 %": percentages and scores with one decimal, counts in full. */
export function valueText(value: number, unit: string): string {
  if (unit === PERCENT) return `${value.toFixed(1)} %`;
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

/** "+1.2", "−0.4"; undefined where there was nothing to compare with. */
export function changeText(difference: number | null): string | undefined {
  if (difference === null) return undefined;
  const shown = Math.abs(difference).toFixed(1);
  return `${difference < 0 ? '−' : '+'}${shown}`;
}
