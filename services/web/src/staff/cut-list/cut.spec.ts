import { describe, expect, it } from '@jest/globals';
import { cutOf, filtersOf } from './cut.js';

const read = cutOf([{ name: 'state', codes: ['OPEN', 'CLOSED'] }, { name: 'community' }]);

describe('the filters of a list in the address', () => {
  it('are kept as far as they are understood', () => {
    expect(read({ state: 'OPEN', community: 'ZX01', page: '7' })).toEqual({ state: 'OPEN', community: 'ZX01' });
    expect(read({ state: 'ELSEWHERE', community: '' })).toEqual({});
    expect(read({ community: 'x'.repeat(61) })).toEqual({});
  });

  it('stand beside the sheet that is open, which no service is asked about', () => {
    expect(filtersOf(read({ do: 'topic.propose', state: 'OPEN' }))).toEqual({ state: 'OPEN' });
  });
});
