import { describe, expect, it } from '@jest/globals';
import { etagOf, readIfMatch } from './if-match.js';
import { InvalidInputError } from './invalid-input.error.js';

describe('If-Match', () => {
  it('is the version that an ETag gave', () => {
    expect([readIfMatch(etagOf(3)), readIfMatch('W/"12"')]).toEqual([3, 12]);
  });

  it('is nothing where nothing is asked', () => {
    expect([readIfMatch(undefined), readIfMatch('*')]).toEqual([undefined, undefined]);
  });

  it.each(['3', '"x"', '', '"-1"', '"1", "2"'])('%j is refused by its name', (header) => {
    expect(() => readIfMatch(header)).toThrow(InvalidInputError);
  });
});
