import { randomUUID } from 'node:crypto';
import { nameUuid } from '@hsl/platform/name-uuid';
import { bodyHashOf } from './idempotent-request.js';

/**
 * The id a step takes effect once by. With an Idempotency-Key it is derived from who sends what to which matter, so that
 * a repeat meets its first attempt, while another person, another step or another body never does.
 */
export function requestIdOf(
  actor: { subdistrictId: string; userId: string },
  step: string,
  matterId: string,
  body: unknown,
  key: string | undefined,
): string {
  if (key === undefined) return randomUUID();
  return nameUuid(actor.subdistrictId, actor.userId, step, matterId, key, bodyHashOf(body));
}
