import { describe, expect, it } from '@jest/globals';
import type { WhistleState } from '@hsl/contracts/states';
import { DAY_MS, MINUTE_MS } from './calendar-day.js';
import { earliestRepeated, repeatRefusalOf } from './repeat-rule.js';

/** 23 November 2026, 09:00 in Shanghai. */
const BLOWN_AT = Date.UTC(2026, 10, 23, 1);
/** The first instant of day 0, if the blow is on day 90. */
const MIDNIGHT = BLOWN_AT - 9 * 60 * MINUTE_MS - 90 * DAY_MS;
const of = (concludedAt: number | undefined, state: WhistleState = 'CONCLUDED') =>
  repeatRefusalOf({ state, concludedAt }, BLOWN_AT, 90);

describe('whether a whistle repeats an earlier matter', () => {
  it('counts ninety days of Shanghai from the day after the conclusion, the last one whole', () => {
    expect(earliestRepeated(BLOWN_AT, 90)).toBe(MIDNIGHT);
    expect(of(MIDNIGHT + 23 * 60 * MINUTE_MS)).toBeUndefined();
    expect(of(MIDNIGHT)).toBeUndefined();
    expect(of(MIDNIGHT - 1)).toBe('repeatTooLate');
  });

  it('takes a conclusion of the same day, none that came after the blow', () => {
    expect(of(BLOWN_AT)).toBeUndefined();
    expect(of(BLOWN_AT + 1)).toBe('notRepeatable');
  });

  it.each<[WhistleState, string | undefined]>([
    ['CONCLUDED', undefined],
    ['LOOKING_BACK', undefined],
    ['ARCHIVED', undefined],
    ['MERGED', 'notRepeatable'],
    ['WITHDRAWN', 'notRepeatable'],
    ['NOT_ACCEPTED', 'notRepeatable'],
    ['COORDINATING', 'notRepeatable'],
  ])('of what is %s: %s', (state, refusal) => {
    expect(of(BLOWN_AT - DAY_MS, state)).toBe(refusal);
  });

  it('is nothing to a matter without a conclusion', () => {
    expect(of(undefined)).toBe('notRepeatable');
  });
});
