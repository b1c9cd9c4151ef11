import { describe, expect, it } from '@jest/globals';
import { isSame } from './routing-writing.js';

const row = {
  ...{ subdistrictId: 'zx', categoryCode: 'C1', precedentOf: null, version: 1 },
  ...{ leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD', 'ZX-GDG'], reason: '归城管', reasonEn: 'x' },
};
const proposed = {
  ...{ leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD', 'ZX-GDG'], reason: '归城管' },
};

describe('a proposal for a row of the routing table', () => {
  it('changes nothing with the same units in the same order, for the same reason', () => {
    expect(isSame(row, proposed)).toBe(true);
  });

  it('changes the row with another lead, other supporting units or order, or another reason', () => {
    expect(isSame(row, { ...proposed, leadDepartmentId: 'ZX-XFD' })).toBe(false);
    expect(isSame(row, { ...proposed, supportingDepartmentIds: ['ZX-XFD'] })).toBe(false);
    expect(isSame(row, { ...proposed, supportingDepartmentIds: ['ZX-GDG', 'ZX-XFD'] })).toBe(false);
    expect(isSame(row, { ...proposed, reason: '三次裁定' })).toBe(false);
  });
});
