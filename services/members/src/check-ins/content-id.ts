import { randomUUID } from 'node:crypto';
import { nameUuid } from '@hsl/platform/name-uuid';

/**
 * The id under which a request's words are stored and its update is sent. With an Idempotency-Key it is derived from who
 * sends it, what it is about and the key, so that a repeat meets its first attempt and two people with the same key
 * never meet; without a key it is random.
 */
export const contentIdOf = (parts: readonly string[], key: string | undefined): string =>
  key === undefined ? randomUUID() : nameUuid(...parts, key);
