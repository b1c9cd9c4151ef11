import { randomInt } from 'node:crypto';

/** Crockford's alphabet: no letter that could be read as a digit, so that a code survives the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const WRITTEN = new RegExp(`^[${ALPHABET}]{8}$`);

/** Eight random characters in two groups: 32^8, about a million million, so that guessing one is hopeless. */
export function newTrackingCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${group()}-${group()}`;
}

/** The code as it is stored, whatever its case and gaps; what is easily misread counts as what was meant. */
export function readWhistleCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
  return WRITTEN.test(code) ? `${code.slice(0, 4)}-${code.slice(4)}` : undefined;
}
