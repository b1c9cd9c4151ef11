import { describe, expect, it } from '@jest/globals';
import { ROLES } from '@hsl/contracts/roles';
import type { NoticeRuleLine } from '@hsl/contracts/schemas/notice-rules';
import { grouped, isAnybody } from './rule-lines.js';

const line = (over: Partial<NoticeRuleLine>): NoticeRuleLine => ({
  ...{ event: 'whistle.blown.v1', kind: 'whistleToAccept', group: 'toDo', text: '…', urgency: 'action' },
  ...{ byLadder: false, to: [{ roles: ['liaisonOfficer'], of: 'subdistrict' }], channels: [], ...over },
});
const rules = [
  line({ kind: 'redCard', group: 'deadlines', byLadder: true, to: [] }),
  line({}),
  line({ kind: 'countersignDue', to: [{ roles: ['communityHead'], of: 'community' }] }),
];
const kinds = (role?: 'communityHead' | 'member') =>
  grouped(rules, role).map(({ group, lines }) => [group, ...lines.map(({ kind }) => kind)]);

describe('the rules of notices on the page', () => {
  it('stand under the groups by which people choose, in their order', () => {
    expect(kinds()).toEqual([
      ['toDo', 'whistleToAccept', 'countersignDue'],
      ['deadlines', 'redCard'],
    ]);
  });

  it('are those that tell one role, with what the ladder decides', () => {
    expect(kinds('communityHead')).toEqual([
      ['toDo', 'countersignDue'],
      ['deadlines', 'redCard'],
    ]);
    expect(kinds('member')).toEqual([['deadlines', 'redCard']]);
  });

  it('know an audience that is whoever the event names', () => {
    expect(isAnybody({ roles: [...ROLES], of: 'person' })).toBe(true);
    expect(isAnybody({ roles: ['member'], of: 'person' })).toBe(false);
  });
});
