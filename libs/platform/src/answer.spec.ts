import { describe, expect, it } from '@jest/globals';
import { withServerNow } from './answer.js';

const NOW = '2026-01-01T00:00:00.000Z';

describe('every object answered', () => {
  it("carries the server's time", () => {
    expect(withServerNow({ state: 'BLOWN' }, NOW)).toEqual({ state: 'BLOWN', serverNow: NOW });
    expect(withServerNow({ serverNow: 'its own' }, NOW)).toEqual({ serverNow: 'its own' });
  });

  it.each([[[1, 2]], ['text'], [undefined], [null], [Buffer.from('x')], [new Date(0)]])('but not %p', (answer) => {
    expect(withServerNow(answer, NOW)).toBe(answer);
  });
});
