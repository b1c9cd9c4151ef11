import { createHash, randomInt } from 'node:crypto';

/**
 * A code a resident can read out: 11 characters nobody guesses (54 bits) and one that checks them. No I, L, O, 0 or 1,
 * and 31 signs, a prime: any one wrong character and any two swapped ones are noticed.
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const BASE = ALPHABET.length;
const RANDOM_LENGTH = 11;

/** In groups of four: `7K3M-9QTF-W2XH`. */
export function newTrackingCode(): string {
  const values = Array.from({ length: RANDOM_LENGTH }, () => randomInt(BASE));
  const code = [...values, checkOf(values)].map((value) => ALPHABET[value]).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** The code as it is compared, whatever its case and gaps; undefined if a character must be wrong. */
export function readTrackingCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  const values = code.split('').map((sign) => ALPHABET.indexOf(sign));
  if (values.length !== RANDOM_LENGTH + 1 || values.includes(-1)) return undefined;
  return checkOf(values.slice(0, -1)) === values.at(-1) ? code : undefined;
}

/** What is stored of it. */
export const trackingHashOf = (code: string): string =>
  createHash('sha256')
    .update(`hsl-tracking/1 ${code.replaceAll('-', '')}`)
    .digest('hex');

/** Weights 2 to 12 differ from each other and from the check's own weight 1. */
const checkOf = (values: readonly number[]): number => {
  const sum = values.reduce((total, value, index) => total + value * (index + 2), 0);
  return (BASE - (sum % BASE)) % BASE;
};
