import { rowsBy } from '@hsl/access/abilities-table';
import { PROPOSAL_TRANSITIONS } from '@hsl/domain/proposal-transitions';
import { describe, expect, it } from '@jest/globals';
import { mayReadWords, ofDepartments, whereOf } from './proposal-access.js';
import { PROPOSAL_STEPS } from './proposal-steps.js';
import type { ProposalRow } from './proposals.repository.js';

const rows = rowsBy('resource').get('proposal') ?? [];
const rolesOf = (ability: string) => rows.flatMap(({ action, role }) => (action === ability ? [role] : []));

describe('the steps of a proposal', () => {
  it('are those of the table of rights: each has a route, and none is made up', () => {
    const abilities = [...new Set(rows.map(({ action }) => action))].filter((name) => name !== 'proposal.read');
    const routes = ['submit', ...Object.values(PROPOSAL_STEPS).map(({ name }) => name)].map(
      (name) => `proposal.${name}`,
    );
    expect(routes.toSorted()).toEqual(abilities.toSorted());
  });

  it('are taken by the roles that the life cycle names', () => {
    for (const { ability, by } of PROPOSAL_TRANSITIONS)
      if (ability !== undefined)
        expect({ ability, by: by.toSorted() }).toEqual({ ability, by: rolesOf(ability).toSorted() });
  });
});

describe('the words of a step', () => {
  const row = { submittedBy: 'author', leadDepartmentId: 'D1', supportingDepartmentIds: ['D2'] } as ProposalRow;
  const actor = (userId: string, ...posts: object[]) => ({ userId, subdistrictId: 'zx', posts }) as never;
  const READERS = {
    author: actor('author', { role: 'member', memberId: 'M1' }),
    lead: actor('lead', { role: 'handler', departmentId: 'D1' }),
    supporting: actor('supporting', { role: 'head', departmentId: 'D2' }),
    liaison: actor('liaison', { role: 'liaisonOfficer' }),
    member: actor('member', { role: 'member', memberId: 'M2' }),
    // Who wrote a proposal does not read what units say of it, whatever else that person is.
    both: actor('author', { role: 'member', memberId: 'M1' }, { role: 'liaisonOfficer' }),
  };
  const readersOf = (step: string) =>
    Object.entries(READERS).flatMap(([name, reader]) => (mayReadWords(reader, row, step) ? [name] : []));

  it.each([
    ['draftReply', ['lead']],
    ['giveOpinion', ['lead', 'supporting', 'liaison']],
    ['reply', Object.keys(READERS)],
  ])('of %s are shown to %j', (step, readers) => {
    expect(readersOf(step)).toEqual(readers);
  });
});

describe('the list of proposals', () => {
  const scope = { role: 'handler', subdistrictId: 'zx', userId: 'h', views: [], relations: [] } as never;
  it('[S66] has for a handler those of the own unit, and of no other role’s department', () => {
    const posts = [
      { role: 'handler', departmentId: 'D1' },
      { role: 'head', departmentId: 'D9' },
    ];
    expect(whereOf({ userId: 'h', subdistrictId: 'zx', posts } as never, [scope])).toEqual({
      OR: [ofDepartments('zx', ['D1'])],
    });
  });
});
