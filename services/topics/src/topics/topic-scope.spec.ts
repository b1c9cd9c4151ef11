import { describe, expect, it } from '@jest/globals';
import { AccessService } from '@hsl/access/access.service';
import type { Post } from '@hsl/contracts/roles';
import { childrenWithin, topicsWithin } from './topic-scope.js';

const access = new AccessService();
const actorAs = (post: Post) => ({ userId: 'zx-x', subdistrictId: 'zx', posts: [post] });
const topicsFor = (post: Post) =>
  topicsWithin('zx', access.scopes(actorAs(post), 'topic.read', ['referredToDistrict']));
const childrenFor = (post: Post) => childrenWithin(access.scopes(actorAs(post), 'whistle.read'));
describe('topics and child whistles in scope', () => {
  it('are all for whoever reads the whole subdistrict', () => {
    for (const role of ['liaisonOfficer', 'member', 'groupLeader'] as const) {
      expect([topicsFor({ role }), childrenFor({ role })]).toEqual([{}, {}]);
    }
  });

  it('are those of the own community, and topics that are public', () => {
    const post: Post = { role: 'communityWorker', communityIds: ['ZX01'] };
    expect(topicsFor(post)).toEqual({
      OR: [{ facets: { some: { subdistrictId: 'zx', facet: { in: ['community:ZX01'] } } } }, { published: true }],
    });
    expect(childrenFor(post)).toEqual({ communityId: { in: ['ZX01'] } });
  });

  it('are what was referred to the district, and topics that are public, for the district', () => {
    expect(topicsFor({ role: 'districtCommittee' })).toEqual({ OR: [{ level: 'district' }, { published: true }] });
  });

  it('are none where there is no way in, never all', () => {
    expect(topicsWithin('zx', [])).toEqual({ id: { in: [] } });
    expect(childrenFor({ role: 'resident' })).toEqual({ whistleId: { in: [] } });
    expect(childrenFor({ role: 'districtCommittee' })).toEqual({ whistleId: { in: [] } });
  });
});
