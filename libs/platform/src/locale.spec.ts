import { describe, expect, it } from '@jest/globals';
import { localeOf } from './locale.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['fr,en;q=0.5', 'en'],
    ['fr', 'zh-CN'],
    ['zh;q=0.4, en;q=0.6', 'en'],
    ['en;q=0', 'zh-CN'],
    ['en;q=nonsense', 'zh-CN'],
  ])('%s → %s', (header, locale) => {
    expect(localeOf({ headers: { 'accept-language': header } })).toBe(locale);
  });
});
