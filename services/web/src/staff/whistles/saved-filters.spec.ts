import { describe, expect, it } from '@jest/globals';
import { withSaved, type SavedFilter } from './saved-filters.js';

const named = (name: string, grade = 'G3'): SavedFilter => ({ name, query: { grade } });

describe('filters that are kept', () => {
  it('stand newest first, each name once, ten at most', () => {
    expect(withSaved([named('a'), named('b')], named('b', 'G1'))).toEqual([named('b', 'G1'), named('a')]);
    const many = Array.from({ length: 10 }, (_one, index) => named(String(index)));
    expect(withSaved(many, named('new'))).toHaveLength(10);
  });
});
