import { describe, expect, it } from '@jest/globals';
import { AccessService } from '@hsl/access/access.service';
import type { Post } from '@hsl/contracts/roles';
import { APPLICABLE, scopeSql } from './entry-scope.js';

const access = new AccessService();

function whereFor(action: string, post: Post): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const actor = { userId: 'u1', subdistrictId: 'zx', posts: [post] };
  const sql = scopeSql(access.scopes(actor, action, APPLICABLE), (value) => `$${values.push(value)}`);
  return { sql, values };
}

describe('entries in scope', () => {
  it('are those of the own community and those of nobody in particular', () => {
    expect(whereFor('donation.read', { role: 'communityWorker', communityIds: ['ZX01'] })).toEqual({
      sql: expect.stringContaining('(community_id = ANY($2) OR community_id IS NULL AND department_id IS NULL)'),
      values: ['zx', ['ZX01'], 'zx'],
    });
  });

  it('are a member’s own where the table says own', () => {
    const { sql, values } = whereFor('dutyRecord.read', { role: 'member', memberId: 'M1' });
    expect([sql, values]).toEqual([
      '((subdistrict_id = $3 AND (created_by = $1 OR member_id = ANY($2))))',
      ['u1', ['M1'], 'zx'],
    ]);
  });

  it('are for the district only what was referred to it', () => {
    expect(whereFor('opinionReport.read', { role: 'districtCommittee' }).sql).toContain(
      "'referredToDistrict' = ANY(marks)",
    );
  });

  it('are none for whom nothing is open', () => {
    expect(whereFor('dutyRecord.read', { role: 'handler', departmentId: 'D1' }).sql).toBe('FALSE');
  });
});
