import { describe, expect, it } from '@jest/globals';
import { busySecondsIn, familyOf, parsePss, parseStat } from './process-files.js';

const STAT =
  '4711 (io worker) 0) S 42 4711 4711 0 -1 4194304 900 0 3 0 250 50 7 3 20 0 11 0 12345 1000000 2000 18446744073709551615';
const SMAPS_ROLLUP = `55d0c0000000-7ffd00000000 ---p 00000000 00:00 0                          [rollup]
Rss:              181696 kB
Pss:              170123 kB
Pss_Dirty:        160000 kB
Shared_Clean:      11000 kB
`;

describe('the files of a process', () => {
  it('tell its parent and its processor time with that of collected children, whatever its name', () => {
    expect(parseStat(STAT)).toEqual({ parent: 42, ticks: 310 });
  });

  it('tell its proportional memory, not that of a line with a similar name', () => {
    expect(parsePss(SMAPS_ROLLUP)).toBe(170_123);
  });

  it('are refused when they are something else', () => {
    expect(() => parseStat('4711 (cut')).toThrow(RangeError);
    expect(() => parsePss('Rss: 1 kB\n')).toThrow(RangeError);
  });
});

it('a family is a process with its children and theirs, and nobody else', () => {
  const parents = new Map([
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 4],
    [6, 1],
  ]);
  expect(familyOf(2, parents)).toEqual([2, 3, 4, 5]);
  expect(familyOf(6, parents)).toEqual([6]);
});

it('a machine has worked for what all its cores did, not for what they waited', () => {
  const stat = 'cpu  1000 200 300 99999 8888 10 20 0 0 0\ncpu0 500 100 150 50000 4444 5 10 0 0 0\n';
  expect(busySecondsIn(stat)).toBe(15.3);
});
