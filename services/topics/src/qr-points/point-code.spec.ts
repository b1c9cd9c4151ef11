import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { claimOf, isSigned, pointCodeOf } from './point-code.js';

const SECRET = Buffer.alloc(32, 7);
const POINT = { subdistrictId: 'zx', pointId: randomUUID(), keyVersion: 1 };

describe('the code of a point', () => {
  it('says what it was made of, and holds', () => {
    const code = pointCodeOf(POINT, SECRET);
    expect(claimOf(code)).toEqual(POINT);
    expect(isSigned(code, POINT, SECRET)).toBe(true);
    expect(code.length).toBeLessThan(60);
  });

  it('does not hold with any one character changed, or under another key', () => {
    const code = pointCodeOf(POINT, SECRET);
    for (let at = 0; at < code.length; at += 1) {
      const forged = code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1);
      const claim = claimOf(forged);
      expect(claim !== undefined && isSigned(forged, claim, SECRET)).toBe(false);
    }
    expect(isSigned(code, POINT, Buffer.alloc(32, 8))).toBe(false);
  });

  it('is not read out of other texts', () => {
    for (const text of ['', 'zx', '../../etc', 'zx.a.1.b', `*.${'A'.repeat(22)}.1.${'A'.repeat(22)}`]) {
      expect(claimOf(text)).toBeUndefined();
    }
  });
});
