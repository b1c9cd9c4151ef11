import { describe, expect, it } from '@jest/globals';
import { askedFilters, listQueryOf, longestFirst } from './list-query.js';

describe('the filters in an address', () => {
  it('are kept as far as they are understood', () => {
    const search = {
      open: 'true',
      overdue: 'true',
      state: 'NOWHERE',
      grade: 'G3',
      department: 'ZX-CGJ',
      colour: 'green',
    };
    expect(listQueryOf(search)).toEqual({ open: 'true', overdue: 'true', grade: 'G3', department: 'ZX-CGJ' });
  });

  it('never ask for cards of a day without their colour', () => {
    expect(listQueryOf({ cardOn: '2026-11-27' })).toEqual({ cardOn: '2026-11-27', card: 'yellow' });
  });

  it('keep how the list is looked at to the page: where matters are stuck is a look at the open ones', () => {
    expect(askedFilters({ view: 'stuck', community: 'ZX01' })).toEqual({ open: 'true', community: 'ZX01' });
    expect(askedFilters({ grade: 'G3' })).toEqual({ grade: 'G3' });
  });

  it('puts what has waited longest on top of what is stuck', () => {
    const matters = [{ since: '2026-11-03' }, {}, { since: '2026-11-01' }];
    expect(longestFirst(matters)).toEqual([{ since: '2026-11-01' }, { since: '2026-11-03' }, {}]);
  });
});
