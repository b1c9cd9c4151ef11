import { bodyHashOf, findAnswer, type IdempotentRequest } from '@hsl/database/idempotent-request';
import type { Decision } from '@hsl/database/decision';
import type { Queryable } from '@hsl/database/queryable';
import { recordDecision, recordRequest } from '@hsl/database/record-decision';
import type { Actor } from '@hsl/access/actor';

/** Who asks, and how often it may take effect. */
export interface Asked {
  actor: Actor;
  /** Idempotency-Key: the same key with the same body is answered the same again. */
  key?: string | undefined;
  /** Version in If-Match: what the caller has seen. */
  seen?: number | undefined;
}

const requestOf = ({ actor, key }: Asked, body: object): IdempotentRequest | undefined =>
  key === undefined ? undefined : { requesterId: actor.userId, key, bodyHash: bodyHashOf(body) };

/** What was answered to this request before. @throws ProblemError idempotencyKeyReused */
export async function answeredBefore<T>(db: Queryable, asked: Asked, body: object): Promise<T | undefined> {
  const request = requestOf(asked, body);
  const stored = request && (await findAnswer(db, asked.actor.subdistrictId, request));
  return stored?.body as T | undefined;
}

/**
 * Records what was decided, with the answer if the request has a key.
 * @param body what makes the request the same: its body, and its path where that says more
 * @throws VersionConflict; ProblemError idempotencyKeyReused, databaseUnavailable
 */
export async function recordOnce<T extends object>(
  db: Queryable,
  decision: Decision,
  asked: Asked,
  { status, body, answer }: { status: number; body: object; answer: T },
): Promise<T> {
  const request = requestOf(asked, body);
  if (request === undefined) {
    await recordDecision(db, decision);
    return answer;
  }
  const stored = await recordRequest(db, decision, { ...request, status, body: answer });
  return stored.body as T;
}
