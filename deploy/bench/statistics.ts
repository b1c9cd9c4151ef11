/** @throws RangeError for no values at all */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no values, no median');
  return (lower + upper) / 2;
}

/**
 * The smallest value that at least `percent` of the values do not exceed (nearest rank).
 * @throws RangeError for no values, or a percentage outside 0 to 100
 */
export function percentile(values: readonly number[], percent: number): number {
  if (!(percent >= 0 && percent <= 100)) throw new RangeError(`${percent} is no percentage`);
  const sorted = ascending(values);
  const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('no values, no percentile');
  return found;
}

/** As many digits as a figure deserves that swings by a few percent. */
export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
