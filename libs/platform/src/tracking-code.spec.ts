import { describe, expect, it } from '@jest/globals';
import { newTrackingCode, readTrackingCode, trackingHashOf } from './tracking-code.js';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const plain = (code: string): string => code.replaceAll('-', '');

describe('a tracking code', () => {
  it('reads in groups of four, and back in any case and with any gaps', () => {
    const code = newTrackingCode();
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
    expect(readTrackingCode(code)).toBe(plain(code));
    expect(readTrackingCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(plain(code));
    expect(trackingHashOf(code)).toBe(trackingHashOf(plain(code)));
  });

  it('notices every single wrong character', () => {
    const code = plain(newTrackingCode());
    for (const at of code.split('').keys()) {
      for (const sign of ALPHABET) {
        if (sign === code[at]) continue;
        expect(readTrackingCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeUndefined();
      }
    }
  });

  it('notices any two characters that were swapped', () => {
    const code = '2345678ABCD';
    const whole = ALPHABET.split('')
      .map((sign) => code + sign)
      .find((text) => readTrackingCode(text) !== undefined)!;
    for (const [a, b] of whole.split('').flatMap((_, i) => whole.split('').map((__, j) => [i, j] as const))) {
      if (a >= b || whole[a] === whole[b]) continue;
      const signs = whole.split('');
      [signs[a], signs[b]] = [signs[b]!, signs[a]!];
      expect(readTrackingCode(signs.join(''))).toBeUndefined();
    }
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 1000 }, newTrackingCode)).size).toBe(1000);
  });
});
