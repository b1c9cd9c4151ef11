import { describe, expect, it } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { ProblemError } from '@hsl/platform/problem.error';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';

const access = new AccessService();
const actor = (...posts: Post[]): Actor => ({ userId: 'zx-a', subdistrictId: 'zx', posts });
const worker = actor({ role: 'communityWorker', communityIds: ['ZX01'] });
const liaison = actor({ role: 'liaisonOfficer' });
const handler = actor({ role: 'handler', departmentId: 'ZX-CGJ' });
const key: Actor = {
  userId: 'key-1',
  subdistrictId: 'zx',
  posts: [{ role: 'partnerKey', communityIds: ['ZX01'] }],
  keyScopes: ['whistles.read'],
  keyId: '1',
};

const here = { subdistrictId: 'zx', communityId: 'ZX01', createdBy: 'zx-other' };
const there = { subdistrictId: 'zx', communityId: 'ZX02', createdBy: 'zx-other' };

function refusal(act: () => unknown): { code: string; rule?: string; state?: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.code, rule: error.rule, state: error.state };
    throw error;
  }
  throw new Error('was granted');
}

describe('the order in which a denial answers', () => {
  it('401 before everything: nobody signed in', () => {
    expect(refusal(() => access.authorize(undefined, 'whistle.read', here)).code).toBe('notAuthenticated');
  });

  it('404 before 403: a foreign community hides the object although the role may not act either', () => {
    expect(refusal(() => access.authorize(worker, 'whistle.accept', there, { notBlower: false })).code).toBe(
      'notFound',
    );
  });

  it('404 says no rule, so that it reads like an unknown id', () => {
    expect(refusal(() => access.authorize(worker, 'whistle.read', there))).toEqual({ code: 'notFound' });
  });

  it('403 for what is known but not allowed', () => {
    expect(refusal(() => access.authorize(worker, 'whistle.accept', here)).code).toBe('roleNotAllowed');
  });

  it('403 before 422: who entered the matter is told so before being asked for a reason', () => {
    const facts = { notHandledOrEntered: false, notHandlingDepartment: true, reasonGiven: false };
    expect(refusal(() => access.authorize(liaison, 'whistle.revisit', here, facts))).toMatchObject({
      code: 'separationOfDuties',
      rule: 'notHandledOrEntered',
    });
  });

  it('422 before 409: the reason is missing and the matter has ended', () => {
    const facts = { reasonGiven: false, openMatter: false };
    expect(refusal(() => access.authorize(liaison, 'whistle.raiseGrade', here, facts)).code).toBe('reasonMissing');
  });

  it('409 names the state, if the caller lets the table decide the moment', () => {
    const facts = { notBlower: true, state: 'CONCLUDED' };
    expect(refusal(() => access.authorize(liaison, 'whistle.accept', here, facts))).toMatchObject({
      code: 'wrongState',
      state: 'CONCLUDED',
    });
  });

  it('409 names the state that the owner named with the object, whatever moment refused', () => {
    const facts = { notSelfResolver: true, verifyOverdue: false };
    const target = { ...here, state: 'REVISITING' };
    expect(refusal(() => access.authorize(liaison, 'whistle.verify', target, facts))).toMatchObject({
      code: 'wrongState',
      state: 'REVISITING',
    });
    expect(refusal(() => access.authorize(worker, 'whistle.accept', target)).state).toBeUndefined();
  });
});

describe('scopes', () => {
  it('a handler knows a whistle only as far as the own department has a task on it', () => {
    expect(refusal(() => access.authorize(handler, 'whistle.read', { ...here, departmentIds: ['ZX-XFD'] })).code).toBe(
      'notFound',
    );
    expect(access.authorize(handler, 'whistle.read', { ...here, departmentIds: ['ZX-XFD', 'ZX-CGJ'] }).views).toEqual([
      'withoutReporter',
    ]);
  });

  it("a target that names no community is in nobody's community", () => {
    expect(refusal(() => access.authorize(worker, 'whistle.read', { subdistrictId: 'zx' })).code).toBe('notFound');
  });

  it('reference data of the subdistrict is read by every post there', () => {
    expect(access.authorize(worker, 'department.read', { subdistrictId: 'zx', subdistrictWide: true }).scope).toBe(
      'ownCommunity',
    );
  });

  it('a matter of several communities is known in each of them', () => {
    const target = { subdistrictId: 'zx', communityIds: ['ZX02', 'ZX01'] };
    expect(access.authorize(worker, 'topic.read', target).role).toBe('communityWorker');
  });

  it('an administrator has no business with any matter: 403, also for an id that does not exist', () => {
    expect(refusal(() => access.authorize(actor({ role: 'admin' }), 'whistle.accept', here)).code).toBe(
      'roleNotAllowed',
    );
  });

  it('that some topics are public does not tell that this one exists', () => {
    expect(refusal(() => access.authorize(worker, 'topic.shortlist', there, { notProposer: true })).code).toBe(
      'notFound',
    );
  });

  it('the district knows only what was referred', () => {
    const district = actor({ role: 'districtCommittee' });
    expect(refusal(() => access.authorize(district, 'whistle.read', here, { referredToDistrict: false })).code).toBe(
      'notFound',
    );
    expect(access.authorize(district, 'whistle.read', here, { referredToDistrict: true }).scope).toBe('district');
  });
});

describe('several posts', () => {
  it('rights add up, and the widest view wins', () => {
    const both = actor({ role: 'handler', departmentId: 'ZX-CGJ' }, { role: 'liaisonOfficer' });
    expect(access.authorize(both, 'whistle.read', { ...here, departmentIds: ['ZX-CGJ'] }).views).toHaveLength(1);
    expect(access.authorize(both, 'whistle.dispatch', here).role).toBe('liaisonOfficer');
  });

  it('a worker of two communities has both', () => {
    const two = actor(
      { role: 'communityWorker', communityIds: ['ZX01'] },
      { role: 'communityWorker', communityIds: ['ZX02'] },
    );
    expect(access.authorize(two, 'whistle.blow', there).role).toBe('communityWorker');
  });
});

describe('keys', () => {
  it('reads what it entered and nothing else of its community', () => {
    expect(access.authorize(key, 'whistle.read', { ...here, createdBy: 'key-1' }).role).toBe('partnerKey');
    expect(refusal(() => access.authorize(key, 'whistle.read', here)).code).toBe('notFound');
  });

  it('lacks a scope: 403 keyScopeMissing', () => {
    expect(refusal(() => access.authorize(key, 'whistle.blow', here))).toMatchObject({
      code: 'keyScopeMissing',
      rule: 'keyScope',
    });
  });

  it('never decides', () => {
    expect(refusal(() => access.authorize(key, 'whistle.verify', { ...here, createdBy: 'key-1' })).code).toBe(
      'roleNotAllowed',
    );
  });

  it('has none of the public rows', () => {
    expect(refusal(() => access.authorize(key, 'member.readCard', here)).code).toBe('roleNotAllowed');
  });
});

describe('lists', () => {
  it('give one filter per post', () => {
    expect(access.scopes(worker, 'whistle.read')).toEqual([
      {
        subdistrictId: 'zx',
        communityIds: ['ZX01'],
        role: 'communityWorker',
        views: ['withoutContacts'],
        relations: [],
      },
    ]);
    expect(access.scopes(handler, 'departmentTask.read')[0]).toMatchObject({ departmentIds: ['ZX-CGJ'] });
  });

  it('of a foreign sort are empty, not an error', () => {
    expect(access.scopes(actor({ role: 'auditor' }), 'whistle.read')).toEqual([]);
  });

  it('leave out what the query cannot narrow', () => {
    const district = actor({ role: 'districtCommittee' });
    expect(access.scopes(district, 'whistle.read')).toEqual([]);
    expect(access.scopes(district, 'whistle.read', ['referredToDistrict'])).toHaveLength(1);
  });

  it('a key without the scope lists nothing', () => {
    expect(access.scopes({ ...key, keyScopes: [] }, 'whistle.read')).toEqual([]);
    expect(access.scopes(key, 'whistle.read')[0]).toMatchObject({ userId: 'key-1' });
  });
});

describe('actions of an object', () => {
  it("closed ones say why in the reader's language, open ones until when", () => {
    const legality = {
      'whistle.accept': { legal: true, until: Date.UTC(2026, 0, 2) },
      'whistle.dispatch': { legal: false },
    };
    const views = access.actions(
      liaison,
      ['whistle.accept', 'whistle.dispatch', 'whistle.blow'],
      here,
      { notBlower: true },
      legality,
      'en',
    );
    expect(views).toEqual([
      { name: 'whistle.accept', allowed: true, until: '2026-01-02T00:00:00.000Z' },
      {
        name: 'whistle.dispatch',
        allowed: false,
        reasonCode: 'wrongState',
        reason: 'The matter is not in a state for this step.',
      },
      {
        name: 'whistle.blow',
        allowed: false,
        reasonCode: 'roleNotAllowed',
        reason: 'Your role may not take this step.',
      },
    ]);
  });

  it('a reason still to be written closes nothing', () => {
    expect(access.actions(liaison, ['whistle.raiseGrade'], here)[0]?.allowed).toBe(true);
  });
});

describe('the trail of matters and persons', () => {
  const reads = (...roles: Post['role'][]) => access.readsMatterTrail(actor(...roles.map((role) => ({ role }))));

  it('is the auditor’s, also where that person keeps the platform besides; nobody else reads it', () => {
    expect([reads('auditor'), reads('admin', 'auditor')]).toEqual([true, true]);
    expect([reads('admin'), reads('deputyLeader'), reads('liaisonOfficer')]).toEqual([false, false, false]);
    expect(refusal(() => access.authorizeMatterTrail(actor({ role: 'admin' }))).code).toBe('roleNotAllowed');
    expect(() => access.authorizeMatterTrail(actor({ role: 'admin' }, { role: 'auditor' }))).not.toThrow();
  });
});
