import { describe, expect, it } from '@jest/globals';
import { queueSearchOf } from './queue-search.js';

describe('the address of a queue', () => {
  it('keeps what is understood and drops the rest', () => {
    expect(queueSearchOf({ open: 'ZX-2026-000001', do: 'whistle.revisit', overdue: 'true', page: '3' })).toEqual({
      ...{ open: 'ZX-2026-000001', do: 'whistle.revisit', overdue: 'true' },
    });
    expect(queueSearchOf({ open: 'x'.repeat(41), overdue: 'maybe', do: 3 })).toEqual({});
  });
});
