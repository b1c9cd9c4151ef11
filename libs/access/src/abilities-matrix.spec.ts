import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '@hsl/contracts/roles';
import { ProblemError } from '@hsl/platform/problem.error';
import { ABILITIES, rowsBy } from './abilities-table.js';
import type { AbilityRow } from './ability-row.js';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { CONDITIONS } from './conditions.js';
import type { Facts, Target } from './target.js';

const access = new AccessService();
const USER = 'zx-somebody';
const ALL_KEY_SCOPES = ABILITIES.flatMap((row) =>
  row.conditions.filter((use) => use.name === 'keyScope').flatMap((use) => use.values),
);

const actorAs = (role: Role): Actor => ({
  userId: USER,
  subdistrictId: 'zx',
  posts: [{ role, communityIds: ['ZX01'], departmentId: 'ZX-CGJ', memberId: 'ZX-M01' }],
  ...(role === 'partnerKey' ? { keyScopes: ALL_KEY_SCOPES, keyId: 'k1' } : {}),
});

/** In the reach of every scope. */
const MINE: Target = {
  subdistrictId: 'zx',
  communityId: 'ZX01',
  departmentIds: ['ZX-CGJ'],
  memberIds: ['ZX-M01'],
  assigneeIds: [USER],
  createdBy: USER,
};
/** Of another subdistrict, otherwise the same. */
const FOREIGN: Target = { ...MINE, subdistrictId: 'ys' };

/** Every relation and duty fulfilled; moments not stated. */
const FULFILLED: Facts = Object.fromEntries(
  [...CONDITIONS].filter(([, { kind }]) => kind === 'relation' || kind === 'duty').map(([name]) => [name, true]),
);

function outcome(role: Role, action: string, target: Target, facts: Facts): string {
  try {
    access.authorize(actorAs(role), action, target, facts);
    return 'granted';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

const holds = (row: AbilityRow, role: Role): boolean =>
  row.role === role || (row.scope === 'public' && role !== 'partnerKey');

const actions = [...rowsBy('action')];

describe('every action for every role, generated from the table', () => {
  it.each(actions)('%s: listed roles may act on what is theirs, all others get 403', (action, rows) => {
    for (const role of ROLES) {
      const expected = rows.some((row) => holds(row, role)) ? 'granted' : 'roleNotAllowed';
      expect([role, outcome(role, action, MINE, FULFILLED)]).toEqual([role, expected]);
    }
  });

  it.each(actions)(
    '%s: an object of another subdistrict does not exist, save for the district and the public',
    (action, rows) => {
      for (const role of ROLES) {
        const crossing = rows.some((row) => holds(row, role) && (row.scope === 'public' || row.scope === 'district'));
        const result = outcome(role, action, FOREIGN, FULFILLED);
        if (crossing) expect([role, result]).toEqual([role, 'granted']);
        else expect([role, result]).not.toEqual([role, 'granted']);
        const knows = rows.some((row) => row.role === role && row.scope !== 'district' && row.scope !== 'public');
        // The district knows what was referred, also where it may not act.
        if (!crossing && knows && role !== 'districtCommittee') expect([role, result]).toEqual([role, 'notFound']);
      }
    },
  );
});

describe('every condition of every row', () => {
  const refusing = ABILITIES.flatMap((row) =>
    row.conditions
      .filter((use) => (use.kind === 'relation' || use.kind === 'duty') && use.name !== 'keyScope')
      .map((use) => ({ row, use })),
  );

  it('refuses with its own code and names its rule', () => {
    for (const { row, use } of refusing) {
      const others = ABILITIES.filter((other) => other.action === row.action && holds(other, row.role));
      // Another row of the same role may grant without this condition.
      if (others.some((other) => !other.conditions.some((condition) => condition.name === use.name))) continue;
      const result = outcome(row.role, row.action, MINE, { ...FULFILLED, [use.name]: false });
      expect([row.action, row.role, use.name, result]).toEqual([row.action, row.role, use.name, use.denial]);
    }
    expect(refusing.length).toBeGreaterThan(200);
  });

  it('is not passed over when the caller forgets to state a relation: nothing is granted', () => {
    for (const { row, use } of refusing.filter((each) => each.use.kind === 'relation')) {
      const others = ABILITIES.filter((other) => other.action === row.action && holds(other, row.role));
      if (others.some((other) => !other.conditions.some((condition) => condition.name === use.name))) continue;
      const facts = { ...FULFILLED, [use.name]: undefined };
      const attempt = (): unknown => access.authorize(actorAs(row.role), row.action, MINE, facts);
      expect(attempt).toThrow(use.denial === 'notFound' ? ProblemError : `asks for the relation ${use.name}`);
    }
  });
});
