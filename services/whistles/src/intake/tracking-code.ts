import { randomInt } from 'node:crypto';

/** Crockford's alphabet: no letter that could be read as a digit, so that a code survives the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight random characters in two groups: 32^8, about a million million, so that guessing one is hopeless. */
export function newTrackingCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${group()}-${group()}`;
}
