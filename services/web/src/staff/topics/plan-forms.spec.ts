import { describe, expect, it } from '@jest/globals';
import { bodyOf } from '../actions/action-form.js';
import { BEGIN, signFor, withPart, without, type Party } from './plan-forms.js';

const UNIT: Party = { kind: 'department', partyId: 'ZX-CGJ', contribution: '施划车位线', agreedOn: '2027-06-30' };
const signed = { ...UNIT, signedBy: 'head', signedAt: '2027-05-01T02:00:00Z' };
const COMMUNITY: Party = { kind: 'community', partyId: 'ZX01', contribution: '组织让位', agreedOn: '2027-06-20' };
const PLAN = { version: 3, parties: [signed, COMMUNITY] };
const MEMBER = { kind: 'member', memberId: 'ZX-M01', contribution: '看一看', agreedOn: '2027-07-01' };

describe('a coordination plan, as the service is told it', () => {
  it('begins with the unit that leads and one beside it', () => {
    const lead = { leadDepartmentId: 'ZX-CGJ', leadContribution: '施划车位线', leadAgreedOn: '2027-06-30' };
    const beside = { kind: 'community', communityId: 'ZX01', contribution: '组织让位', agreedOn: '2027-06-20' };
    // What was chosen before the kind was changed is not sent.
    const typed = { ...lead, ...beside, memberId: 'ZX-M09' };
    expect(bodyOf(BEGIN, typed)).toEqual({ parties: [UNIT, COMMUNITY] });
  });

  it('takes a party in, at the end or in its place, and tells nobody’s signature', () => {
    const { memberId, ...part } = MEMBER;
    const more = bodyOf(withPart(PLAN), MEMBER);
    expect(more).toEqual({ parties: [UNIT, COMMUNITY, { ...part, partyId: memberId }] });
    const later = { kind: 'department', departmentId: 'ZX-CGJ', contribution: '施划车位线', agreedOn: '2027-09-30' };
    const other = bodyOf(withPart(PLAN), later);
    expect([BEGIN.seen, withPart(PLAN).seen, without(PLAN, signed).seen]).toEqual([0, 3, 3]);
    expect(other).toEqual({ parties: [{ ...UNIT, agreedOn: '2027-09-30' }, COMMUNITY] });
  });

  it('leaves a party out, and is signed as it was read', () => {
    expect(bodyOf(without(PLAN, COMMUNITY), {})).toEqual({ parties: [UNIT] });
    expect(bodyOf(signFor(signed), {})).toEqual(UNIT);
  });
});
