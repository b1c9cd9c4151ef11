import { z } from 'zod';
import { InvalidInputError } from './invalid-input.error.js';

/** Query of every list: `?limit=20&cursor=…`. Extend it with the list's own filters; unknown filters are refused. */
export const pageQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(512).optional(),
});
export type PageQuery = z.output<typeof pageQuerySchema>;

/** One page of a list; `nextCursor` is absent on the last one. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** The sort key of the last row shown, opaque to the client. Carries no right: the next page is scoped again. */
export function encodeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The key inside a cursor, or undefined for the first page.
 * @throws InvalidInputError (422 validationFailed) for a text that is none of our cursors
 */
export function decodeCursor<T>(cursor: string | undefined, schema: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  const key = schema.safeParse(parsed(cursor));
  if (key.success) return key.data;
  throw cursorProblem();
}

/**
 * Cuts the one row that a repository reads beyond the limit and makes the cursor of the last row kept.
 * @param rows at most `limit + 1` rows, in the order of the list
 */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => unknown): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, nextCursor: encodeCursor(keyOf(last)) } : { items };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    throw cursorProblem(error);
  }
}

const cursorProblem = (cause?: unknown): InvalidInputError =>
  new InvalidInputError([{ code: 'invalidCursor', path: ['cursor'] }], cause);
