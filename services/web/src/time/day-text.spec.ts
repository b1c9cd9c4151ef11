import { describe, expect, it } from '@jest/globals';
import { dayText } from './day-text.js';

describe('a day', () => {
  it('is written as people write it, in both languages', () => {
    expect(dayText('2026-11-01', 'zh-CN')).toBe('2026年11月1日');
    expect(dayText('2026-11-01', 'en')).toBe('1 Nov 2026');
  });

  it('leaves the year out where the page says it already', () => {
    expect(dayText('2026-09-30', 'zh-CN', { isYearShown: false })).toBe('9月30日');
    expect(dayText('2026-09-30', 'en', { isYearShown: false })).toBe('30 Sept');
  });

  it('leaves what is no day alone', () => {
    expect(dayText('soon', 'zh-CN')).toBe('soon');
  });
});
