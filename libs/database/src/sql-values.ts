import type { Instant } from '@hsl/contracts/instants';

/** A value for a json or jsonb column; needed for arrays and texts, which would otherwise become SQL arrays and texts. */
export class JsonValue {
  constructor(readonly json: string) {}
}

/** A plain value of a column. `undefined` leaves the column alone, `null` empties it, an array is an SQL array. */
export type SqlValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Date
  | Buffer
  | JsonValue
  | readonly (string | number | boolean | Date | null)[];

/** For json and jsonb columns. */
export const asJson = (value: unknown): JsonValue => new JsonValue(JSON.stringify(value));

/** For timestamptz columns; epoch milliseconds as everywhere else. */
export const asInstant = (instant: Instant): Date => new Date(instant);

/** What is handed to pg. */
export const toParameter = (value: SqlValue): unknown => (value instanceof JsonValue ? value.json : value);
