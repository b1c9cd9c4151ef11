import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.js';
import { until } from './until.js';

describe('a wait of the demo', () => {
  it('ends with what was found', async () => {
    expect(await until('一个数', async () => 7)).toBe(7);
  });

  it('ends with a clear message when nothing was found in time', async () => {
    await expect(until('红牌', async () => undefined, 0)).rejects.toThrow('没有等到：红牌');
  });
});

describe('options of the demo', () => {
  it('are few', () => {
    expect(readOptions([])).toEqual({ all: false, article: false, json: false, keep: false, only: undefined });
    expect(readOptions(['--all', '--article', '--json', '--keep', '--only', 'K4'])).toEqual({
      all: true,
      article: true,
      json: true,
      keep: true,
      only: 'K4',
    });
  });

  it('are refused when unknown', () => {
    expect(() => readOptions(['--jason'])).toThrow('--jason');
  });
});
