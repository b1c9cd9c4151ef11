import { describe, expect, it } from '@jest/globals';
import { quietUntil } from './quiet-hours.js';

const at = (text: string): number => Date.parse(`2026-11-${text}:00+08:00`);

describe('quiet hours', () => {
  it.each([
    ['before they begin', '23T21:59', undefined],
    ['from their first minute', '23T22:00', '24T07:00'],
    ['after midnight', '24T00:30', '24T07:00'],
    ['to their last minute', '24T06:59', '24T07:00'],
    ['once over', '24T07:00', undefined],
  ])('over midnight, %s', (_when, now, end) => {
    expect(quietUntil({ from: 22 * 60, to: 7 * 60 }, at(now))).toBe(end === undefined ? undefined : at(end));
  });

  it('within a day end the same day', () => {
    const noon = { from: 12 * 60, to: 14 * 60 };
    expect(quietUntil(noon, at('23T12:30'))).toBe(at('23T14:00'));
    expect(quietUntil(noon, at('23T15:00'))).toBeUndefined();
  });

  it('of no length never hold', () => {
    expect(quietUntil({ from: 0, to: 0 }, at('23T00:00'))).toBeUndefined();
  });
});
