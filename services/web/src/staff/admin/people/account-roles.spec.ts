import { describe, expect, it } from '@jest/globals';
import { ACCOUNT_ROLES, cleanPost } from './account-roles.js';

describe('the posts of an account', () => {
  it('are of everybody who signs in', () => {
    expect(ACCOUNT_ROLES).toContain('auditor');
    expect(ACCOUNT_ROLES).not.toContain('resident');
  });

  it('keep the places of their role only', () => {
    const filled = { communityIds: ['ZX01'], departmentId: 'ZX-CGJ', memberId: 'ZX-M01' };
    expect(cleanPost({ role: 'handler', ...filled })).toEqual({ role: 'handler', departmentId: 'ZX-CGJ' });
    expect(cleanPost({ role: 'member', ...filled })).toEqual({
      ...{ role: 'member', memberId: 'ZX-M01', communityIds: ['ZX01'] },
    });
    expect(cleanPost({ role: 'deputyLeader', ...filled })).toEqual({ role: 'deputyLeader' });
    expect(cleanPost({ role: 'liaisonOfficer', communityIds: [] })).toEqual({ role: 'liaisonOfficer' });
  });
});
