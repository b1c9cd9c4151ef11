import { createHash } from 'node:crypto';
import { ProblemError } from '@hsl/platform/problem.error';
import type { Queryable } from './queryable.js';

/** A request as its key names it. */
export interface IdempotentRequest {
  /** The user or API key that sent it. */
  requesterId: string;
  /** Header Idempotency-Key. */
  key: string;
  /** From `bodyHashOf`. */
  bodyHash: string;
}

/** What was, or will be, answered. */
export interface StoredAnswer {
  status: number;
  body: unknown;
}

export type IdempotentAnswer = IdempotentRequest & StoredAnswer;

/** SHA-256 of the body with its fields in order, so that the order of fields makes no difference. Hexadecimal. */
export const bodyHashOf = (body: unknown): string => createHash('sha256').update(canonical(body)).digest('hex');

/**
 * The answer given to this key before; undefined if the key is new.
 * @throws ProblemError idempotencyKeyReused if the key came with another body
 */
export async function findAnswer(
  db: Queryable,
  subdistrictId: string,
  request: IdempotentRequest,
): Promise<StoredAnswer | undefined> {
  const { rows } = await db.query<{ body_hash: string; status: number; answer: unknown }>({
    name: 'find_answer',
    text: `SELECT body_hash, status, answer FROM idempotent_request
      WHERE subdistrict_id = $1 AND requester_id = $2 AND key = $3`,
    values: [subdistrictId, request.requesterId, request.key],
  });
  const [found] = rows;
  if (!found) return undefined;
  if (found.body_hash !== request.bodyHash) throw new ProblemError('idempotencyKeyReused');
  return { status: found.status, body: found.answer };
}

/**
 * Forgets answers older than `before`, at most 5,000 at once.
 * @returns how many were forgotten
 */
export async function forgetAnswers(db: Queryable, before: Date): Promise<number> {
  const { rowCount } = await db.query({
    text: `DELETE FROM idempotent_request WHERE ctid IN
      (SELECT ctid FROM idempotent_request WHERE created_at < $1 ORDER BY created_at LIMIT 5000)`,
    values: [before],
  });
  return rowCount ?? 0;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}
