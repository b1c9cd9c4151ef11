import { describe, expect, it } from '@jest/globals';
import { pageOfParts, type Comparison } from './reconciled-parts.js';

/** So many pages, of one row each. */
const pages = (count: number): Comparison => ({
  compare: async (_subdistrictId, after = '1') => ({
    ...{ checked: 1, findings: [] },
    ...(Number(after) < count ? { after: String(Number(after) + 1) } : {}),
  }),
});

describe('the parts of a reconciliation', () => {
  const parts = { rows: pages(2), census: pages(1) };

  it('are looked at one after the other, each page by page', async () => {
    const first = await pageOfParts(parts, { subdistrictId: 'zx', place: { part: 'rows' } });
    expect(first).toEqual({ checked: 1, findings: [], next: { part: 'rows', after: '2' } });
    const second = await pageOfParts(parts, { subdistrictId: 'zx', place: first.next! });
    expect(second.next).toEqual({ part: 'census' });
    expect(await pageOfParts(parts, { subdistrictId: 'zx', place: second.next! })).toEqual({
      checked: 1,
      findings: [],
    });
  });

  it('are those of their owner', async () => {
    const page = pageOfParts(parts, { subdistrictId: 'zx', place: { part: 'ledger' } });
    await expect(page).rejects.toThrow('ledger');
  });
});
