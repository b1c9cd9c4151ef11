import { describe, expect, it } from '@jest/globals';
import { searchOf } from './search-of.js';

describe('the address of a page', () => {
  const kept = searchOf('community', 'q');

  it('keeps its filters and the sheet that is open', () => {
    const search = { community: 'ZX03', do: 'visit.record', on: 'V1' };
    expect(kept(search)).toEqual(search);
  });

  it('leaves out what it does not understand', () => {
    expect(kept({ community: 7, q: '', other: 'x', do: 'x'.repeat(81) })).toEqual({});
  });
});
