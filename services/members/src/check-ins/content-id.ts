import { createHash, randomUUID } from 'node:crypto';

/** Namespace of this service's derived ids; any fixed uuid will do. */
const NAMESPACE = Buffer.from('5f0d7f5ec7c04bb98d6d0b0f0a7a4e51', 'hex');

/**
 * The id under which a request's words are stored and its update is sent. With an Idempotency-Key it is derived (uuid
 * version 5) from who sends it, what it is about and the key, so that a repeat meets its first attempt and two people
 * with the same key never meet; without a key it is random.
 */
export function contentIdOf(parts: readonly string[], key: string | undefined): string {
  if (key === undefined) return randomUUID();
  const bytes = createHash('sha1')
    .update(NAMESPACE)
    .update(JSON.stringify([...parts, key]))
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
