import { createHash } from 'node:crypto';

/** The name space of the ids this platform derives. */
const NAME_SPACE = Buffer.from('9f6a0c5e2b7d4d1c8e3f5a7b9c1d2e4f', 'hex');

/**
 * The same UUID (version 5, RFC 9562) for the same parts: rows made by a decision or a request that may be tried twice
 * get the same id each time.
 */
export function nameUuid(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha1').update(NAME_SPACE).update(JSON.stringify(parts)).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.subarray(0, 16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
