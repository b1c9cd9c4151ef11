import { describe, expect, it } from '@jest/globals';
import { idsOf, planStateOf, rewritten, signed, type Party } from './coordination-parties.js';

const UNIT: Party = { kind: 'department', partyId: 'ZX-CGJ', contribution: '施划车位线。', agreedOn: '2021-06-30' };
const PLACE: Party = { kind: 'community', partyId: 'ZX01', contribution: '组织居民。', agreedOn: '2021-06-20' };
const BOTH = signed(signed([UNIT, PLACE], UNIT, 'zx-head-cgj', 'then'), PLACE, 'zx-head-01', 'then');

describe('the parties of a coordination plan', () => {
  it('have agreed once all have signed', () => {
    expect([planStateOf([UNIT, PLACE]), planStateOf(signed([UNIT, PLACE], UNIT, 'a', 'b'))]).toEqual(['OPEN', 'OPEN']);
    expect(planStateOf(BOTH)).toBe('AGREED');
  });

  it('stay signed as long as they are held to the same, whoever joins or goes', () => {
    const later = { ...PLACE, agreedOn: '2021-07-20' };
    const parties = rewritten(BOTH, [UNIT, later]);
    expect(parties.map(({ signedBy }) => signedBy)).toEqual(['zx-head-cgj', undefined]);
    expect(planStateOf(rewritten(BOTH, [PLACE, UNIT]))).toBe('AGREED');
    expect(idsOf(parties, 'department')).toEqual(['ZX-CGJ']);
  });
});
