import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@hsl/access/actor';
import { conflictOf } from './conflict-of-interest.js';

const member: Actor = {
  userId: 'zx-member-01',
  subdistrictId: 'zx',
  posts: [{ role: 'member', memberId: 'ZX-M01' }],
};
const atCgj: Actor = { ...member, posts: [...member.posts, { role: 'handler', departmentId: 'ZX-CGJ' }] };

describe('a conflict of interest', () => {
  it('exists once it has been declared', () => {
    expect(conflictOf(member, { reasonCode: 'conflictOfInterest' }, [])).toBe(true);
  });

  it('exists for who works in a unit with a task on the matter, declared or not', () => {
    expect(conflictOf(atCgj, { reasonCode: null }, ['ZX-XFD', 'ZX-CGJ'])).toBe(true);
  });

  it('does not exist for who only could not come, nor for a unit without a task', () => {
    expect(conflictOf(member, { reasonCode: 'absence' }, ['ZX-CGJ'])).toBe(false);
    expect(conflictOf(atCgj, { reasonCode: null }, ['ZX-XFD'])).toBe(false);
  });
});
