/** Milliseconds since the epoch. Stored as timestamptz, shown in Asia/Shanghai. */
export type Instant = number;

export const toIso = (instant: Instant): string => new Date(instant).toISOString();

/** @throws RangeError for a text that is no ISO 8601 instant */
export function fromIso(text: string): Instant {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError(`not an ISO 8601 instant: ${text}`);
  return instant;
}
