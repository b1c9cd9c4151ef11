import { describe, expect, it } from '@jest/globals';
import { listQueryOf } from './list-query.js';

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
});
