import { describe, expect, it } from '@jest/globals';
import { periodWords } from './period-words.js';

describe('a period in words', () => {
  it.each([
    ['2021-02-01', '2021-02-28', '2021年2月'],
    ['2024-02-01', '2024-02-29', '2024年2月'],
    ['2021-01-01', '2021-12-31', '2021年'],
    ['2021-02-01', '2021-02-27', '2021年2月1日至2021年2月27日'],
    ['2021-02-01', '2021-03-31', '2021年2月1日至2021年3月31日'],
    ['2021-02-03', '2021-02-03', '2021年2月3日'],
  ])('%s to %s is %s', (from, to, words) => {
    expect(periodWords(from, to)).toBe(words);
  });
});
