import { describe, expect, it } from '@jest/globals';
import { bodyOf, missingFields } from '../actions/action-form.js';
import { DECIDE_AREA, PROPOSE_AREA } from './area-action-forms.js';

const typed = {
  memberId: 'ZX-M24',
  communityId: 'ZX12',
  firstDay: '2026-11-27',
  lastDay: '2026-11-26',
  reason: '补足',
};

describe('a change of a posting', () => {
  it('has the first day of one that begins, the last of one that ends', () => {
    const { lastDay, firstDay, ...rest } = typed;
    expect(bodyOf(PROPOSE_AREA, { ...typed, change: 'begin' })).toEqual({ ...rest, firstDay, change: 'begin' });
    expect(bodyOf(PROPOSE_AREA, { ...typed, change: 'end' })).toEqual({ ...rest, lastDay, change: 'end' });
  });

  it('is refused with a reason only', () => {
    expect(bodyOf(DECIDE_AREA, { approve: 'true' })).toEqual({ approved: true });
    expect(missingFields(DECIDE_AREA, { approve: 'false' })).toEqual(['remark']);
  });
});
