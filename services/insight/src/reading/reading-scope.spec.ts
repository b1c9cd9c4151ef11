import { describe, expect, it } from '@jest/globals';
import { AccessService } from '@hsl/access/access.service';
import type { Post } from '@hsl/contracts/roles';
import { Parameters } from '@hsl/database/sql-fragment';
import { BoardReader } from './board-reader.js';
import { withinScope, type ReadingScope } from './reading-scope.js';

const reader = new BoardReader(new AccessService());
const scopeOf = (...posts: Post[]): ReadingScope => reader.scopeOf({ userId: 'zx-x', subdistrictId: 'zx', posts });
const NOTHING = { whole: false, communityIds: [], departmentIds: [] };

describe('how much of the board somebody reads', () => {
  it.each([
    ['a leader: all', { role: 'groupLeader' }, { ...NOTHING, whole: true }],
    ['a liaison officer: all, whatever the area', { role: 'liaisonOfficer', communityIds: ['ZX01'] }, { whole: true }],
    ['a member: all', { role: 'member', memberId: 'ZX-M01', communityIds: ['ZX01'] }, { whole: true }],
    [
      'a worker: the community',
      { role: 'communityWorker', communityIds: ['ZX01'] },
      { ...NOTHING, communityIds: ['ZX01'] },
    ],
    ['a head: the department', { role: 'head', departmentId: 'ZX-CGJ' }, { ...NOTHING, departmentIds: ['ZX-CGJ'] }],
    ['the district: what was released, so far nothing', { role: 'districtCommittee' }, NOTHING],
  ] as const)('%s', (_who, post, expected) => {
    expect(scopeOf({ ...post } as Post)).toMatchObject(expected);
  });

  it('adds up over several posts', () => {
    const scope = scopeOf(
      { role: 'communityHead', communityIds: ['ZX02'] },
      { role: 'handler', departmentId: 'ZX-CGJ' },
    );
    expect(scope).toMatchObject({ whole: false, communityIds: ['ZX02'], departmentIds: ['ZX-CGJ'] });
  });

  it('is, in one capacity, what the caller takes part in by it, and nothing by one that is not held', () => {
    const posts: Post[] = [
      { role: 'communityHead', communityIds: ['ZX02'] },
      { role: 'handler', departmentId: 'ZX-CGJ' },
      { role: 'member', memberId: 'ZX-M01' },
    ];
    const as = (capacity: string): ReadingScope =>
      reader.scopeAs({ userId: 'zx-x', subdistrictId: 'zx', posts }, capacity);
    expect(as('communityHead')).toEqual({ subdistrictId: 'zx', ...NOTHING, communityIds: ['ZX02'] });
    expect(as('ZX-CGJ')).toEqual({ subdistrictId: 'zx', ...NOTHING, departmentIds: ['ZX-CGJ'] });
    expect(as('ZX-M01')).toMatchObject({ whole: true, memberId: 'ZX-M01' });
    for (const other of ['ZX-GAJ', 'ZX-M02', 'liaisonOfficer']) expect(as(other)).toMatchObject(NOTHING);
  });

  it.each(['admin', 'auditor', 'resident', 'expert'] as const)('is refused to %s', (role) => {
    expect(() => scopeOf({ role })).toThrow(expect.objectContaining({ code: 'roleNotAllowed' }));
  });

  it('selects no row where there is no way in', () => {
    const parameters = new Parameters();
    expect(withinScope({ subdistrictId: 'zx', ...NOTHING }, parameters)).toBe('FALSE');
    expect(parameters.values).toEqual([]);
  });
});
