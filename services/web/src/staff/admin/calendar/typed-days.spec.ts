import { describe, expect, it } from '@jest/globals';
import { daysIn, runsOf, textOfDays } from './typed-days.js';

describe('days off as people type them', () => {
  it('are single days and ranges, by lines and commas, in order and each once', () => {
    expect(daysIn('2027-2-6 至 2027-2-8\n2027-01-01，2027-02-07')).toEqual({
      days: ['2027-01-01', '2027-02-06', '2027-02-07', '2027-02-08'],
      notUnderstood: [],
    });
  });

  it.each(['2027-02-30', '春节', '2027-02-08 至 2027-02-06', '2027-01-01 至 2027-12-31', '2027-01-01 至'])(
    'that make no sense are named: %s',
    (text) => {
      expect(daysIn(text)).toEqual({ days: [], notUnderstood: [text] });
    },
  );

  it('may be written as the notice prints them', () => {
    expect(daysIn('2027年2月6日至2027年2月8日')).toEqual({
      days: ['2027-02-06', '2027-02-07', '2027-02-08'],
      notUnderstood: [],
    });
  });

  it('that follow each other are one run', () => {
    expect(runsOf(['2026-12-31', '2027-01-01', '2027-01-03'])).toEqual([
      ['2026-12-31', '2027-01-01'],
      ['2027-01-03', '2027-01-03'],
    ]);
  });

  it('come back as they were typed', () => {
    const text = '2027-01-01\n2027-02-06 至 2027-02-12';
    expect(textOfDays(daysIn(text).days, '至')).toBe(text);
  });
});
