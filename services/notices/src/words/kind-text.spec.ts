import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS } from '@hsl/contracts/notice-kinds';
import { kindText } from './kind-text.js';

describe('what notices of a kind say', () => {
  it('is their sentence, without what only one of them has', () => {
    expect(kindText('whistleToAccept', 'zh-CN')).toBe('… 吹哨：哨件 … 等您受理。');
    expect(kindText('whistleToAccept', 'en')).toBe('… has blown whistle …; please accept it.');
  });

  it('is never empty, and has no hole', () => {
    for (const kind of NOTICE_KINDS)
      for (const locale of ['zh-CN', 'en'] as const) expect(kindText(kind, locale)).toMatch(/^[^[\]{}]{4,}$/);
  });
});
