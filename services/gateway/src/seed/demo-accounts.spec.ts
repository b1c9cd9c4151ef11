import { describe, expect, it } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { problemOfPosts } from '../users/account.js';
import { DEMO_SUBDISTRICTS, demoAccounts } from './demo-accounts.js';

const accounts = demoAccounts('zx');
const postOf = (id: string): Post | undefined => accounts.find((account) => account.id === id)?.posts[0];

describe('the demo accounts of a subdistrict', () => {
  it('are everybody domain §6 names: keepers, leadership, communities, members, experts, 22 departments', () => {
    const byRole = new Map<string, number>();
    for (const { posts } of accounts) byRole.set(posts[0]?.role ?? '', (byRole.get(posts[0]?.role ?? '') ?? 0) + 1);
    expect(Object.fromEntries(byRole)).toEqual({
      admin: 1,
      auditor: 1,
      groupLeader: 1,
      districtCommittee: 1,
      deputyLeader: 2,
      liaisonOfficer: 3,
      communityWorker: 28,
      communityHead: 14,
      member: 24,
      expert: 8,
      handler: 22,
      deputyHead: 22,
      head: 22,
    });
  });

  it('give each community its two members, and the last two communities second postings', () => {
    const membersOf = (communityId: string): string[] =>
      accounts.flatMap(({ posts: [post] }) =>
        post?.memberId && post.communityIds?.includes(communityId) ? [post.memberId] : [],
      );
    expect(membersOf('ZX01')).toEqual(['ZX-M01', 'ZX-M02']);
    expect(membersOf('ZX12')).toEqual(['ZX-M23', 'ZX-M24']);
    expect(membersOf('ZX13')).toEqual(['ZX-M01', 'ZX-M03']);
    expect(membersOf('ZX14')).toEqual(['ZX-M05', 'ZX-M07']);
  });

  it('name posts by the ids of reference data', () => {
    expect(postOf('zx-worker2-03')).toEqual({ role: 'communityWorker', communityIds: ['ZX03'] });
    expect(postOf('zx-handler-swuj')).toEqual({ role: 'handler', departmentId: 'ZX-SWUJ' });
    expect(postOf('zx-liaison3')?.communityIds).toEqual(['ZX11', 'ZX12', 'ZX13', 'ZX14']);
    expect(demoAccounts('ys').every(({ id, subdistrictId }) => id.startsWith('ys-') && subdistrictId === 'ys')).toBe(
      true,
    );
  });

  it('are invented people, each with a name of their own in the subdistrict', () => {
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(accounts.length);
    expect(accounts.every(({ name }) => /^[\u4e00-\u9fff]{2,4}$/.test(name))).toBe(true);
  });

  it('hold posts that may be held', () => {
    for (const account of DEMO_SUBDISTRICTS.flatMap(demoAccounts))
      expect(problemOfPosts(account.posts)).toBeUndefined();
  });
});

describe('posts of one account', () => {
  it('keepers do not act: admin and auditor stand alone', () => {
    expect(problemOfPosts([{ role: 'admin' }, { role: 'liaisonOfficer' }])).toContain('admin');
    expect(problemOfPosts([{ role: 'member' }, { role: 'auditor' }])).toContain('auditor');
    expect(problemOfPosts([])).toContain('at least one');
  });
});
