import { describe, expect, it } from '@jest/globals';
import { daysOf, monthAfter, monthOf, monthText, yearsOf } from './months.js';

describe('the month of a bulletin', () => {
  it('has its days, the last one of February too', () => {
    expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOf('2021-12')).toEqual({ from: '2021-12-01', to: '2021-12-31' });
  });

  it.each(['2021-13', '2021-1', '2021', '1021-01', 'now', ''])('%j is none', (text) => {
    expect(daysOf(text)).toBeUndefined();
  });

  it('is followed by the next, also over the year', () => {
    expect(monthAfter('2021-12', 1)).toBe('2022-01');
    expect(monthAfter('2021-01', -1)).toBe('2020-12');
    expect(() => monthAfter('2021-13', 1)).toThrow(RangeError);
  });

  it('begins at midnight in Asia/Shanghai, and is said in both languages', () => {
    expect(monthOf(Date.UTC(2021, 8, 30, 16))).toBe('2021-10');
    expect(monthText('2021-10', 'zh-CN')).toBe('2021年10月');
    expect(monthText('2021-10', 'en')).toBe('October 2021');
  });
});

describe('the years of a case file', () => {
  it('are this one and the one before', () => {
    expect(yearsOf(Date.UTC(2021, 11, 31, 16))).toEqual({ from: '2021-01-01', to: '2022-12-31' });
  });
});
