import { describe, expect, it } from '@jest/globals';
import { instantText } from './instant-text.js';

const AT = Date.UTC(2021, 9, 12, 16, 30);

describe('an instant', () => {
  it('is shown in Asia/Shanghai, with the year only when it is another', () => {
    expect(instantText(AT, AT, 'zh-CN')).toBe('10月13日 00:30');
    expect(instantText(AT, Date.UTC(2026, 0, 1), 'zh-CN')).toBe('2021年10月13日 00:30');
    expect(instantText(AT, Date.UTC(2026, 0, 1), 'en')).toBe('13 Oct 2021 00:30');
  });

  it('belongs to the year of the place: New Year comes eight hours before UTC', () => {
    const newYear = Date.UTC(2025, 11, 31, 16, 5);
    expect(instantText(newYear, Date.UTC(2026, 5, 1), 'zh-CN')).toBe('1月1日 00:05');
  });
});
