import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { Post } from '@hsl/contracts/roles';
import { eventOf } from '@hsl/testing/facts';
import { describe, expect, it } from '@jest/globals';
import { rolesTold, whoIsTold } from './who-is-told.js';

type Data = EventDataByType['proposal.changed.v1'];

const person = (userId: string, post: Post) => ({ userId, posts: [post] });
/** Two of everything: one the proposal is about, one it is not. */
const ROSTER = [
  person('author', { role: 'member', memberId: 'ZX-M05', communityIds: ['ZX03'] }),
  person('other-member', { role: 'member', memberId: 'ZX-M06', communityIds: ['ZX03'] }),
  person('liaison', { role: 'liaisonOfficer' }),
  person('cgj-handler', { role: 'handler', departmentId: 'ZX-CGJ' }),
  person('cgj-deputy', { role: 'deputyHead', departmentId: 'ZX-CGJ' }),
  person('cgj-head', { role: 'head', departmentId: 'ZX-CGJ' }),
  person('xfd-handler', { role: 'handler', departmentId: 'ZX-XFD' }),
  person('xfd-head', { role: 'head', departmentId: 'ZX-XFD' }),
  person('gaj-head', { role: 'head', departmentId: 'ZX-GAJ' }),
  person('deputy-leader', { role: 'deputyLeader' }),
  person('leader', { role: 'groupLeader' }),
];
const OF_LEAD = ['cgj-handler', 'cgj-deputy', 'cgj-head'];

const changed = (change: Data['change'], differs: Partial<Data> = {}) =>
  eventOf('proposal.changed.v1', {
    ...{ proposalId: 'p', change, state: 'ASSIGNED', version: 3, submittedBy: 'author', at: 0 },
    ...{ leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'], ...differs },
  });
const told = (event: ReturnType<typeof changed>): string[] => {
  const roles = rolesTold(event);
  const looked = ROSTER.filter(({ posts }) => posts.some(({ role }) => roles.includes(role)));
  return whoIsTold(event, looked).map(({ userId, kind }) => `${userId} ${kind}`);
};
const rung = (rungKind: NonNullable<Data['rungKind']>, differs: Partial<Data> = {}) =>
  changed('rung', { step: 'reply', rung: 1, rungKind, dueAt: 1, ...differs });

describe('[S105] who is told of a proposal', () => {
  it.each<[string, ReturnType<typeof changed>, string[]]>([
    ['it is submitted: the deputy leader', changed('submitted'), ['deputy-leader proposalToFile']],
    [
      'it is filed: author and liaison officers',
      changed('filed'),
      ['author proposalFiled', 'liaison proposalToAssign'],
    ],
    ['it is not filed: the author and no other member', changed('notFiled'), ['author proposalNotFiled']],
    [
      'it is assigned: the author, the lead, and the supporting unit',
      changed('assigned'),
      [
        'author proposalAssigned',
        ...OF_LEAD.map((id) => `${id} proposalToHandle`),
        ...['xfd-handler', 'xfd-head'].map((id) => `${id} proposalToSupport`),
      ],
    ],
    [
      'its return is asked for: the deputy leader',
      changed('returnRequested', { actedBy: 'cgj-head' }),
      ['deputy-leader proposalReturnToRule'],
    ],
    [
      'the return is upheld: liaison officers assign anew, the heads of the unit know',
      changed('returnUpheld', { leadDepartmentId: undefined, departmentId: 'ZX-CGJ' }),
      ['liaison proposalToAssign', 'cgj-deputy proposalReturned', 'cgj-head proposalReturned'],
    ],
    [
      'a supporting unit gave its opinion: the lead, not the author',
      changed('opinionGiven', { departmentId: 'ZX-XFD', actedBy: 'xfd-head' }),
      OF_LEAD.map((id) => `${id} proposalOpinionGiven`),
    ],
    [
      'a handler drafted the reply: who may sign it',
      changed('replyDrafted', { actedBy: 'cgj-handler' }),
      ['cgj-deputy proposalReplyToSign', 'cgj-head proposalReplyToSign'],
    ],
    [
      'it is replied to: the author and the liaison officers',
      changed('replied', { actedBy: 'cgj-head' }),
      ['author proposalToRate', 'liaison proposalReplied'],
    ],
    [
      'the author closes nothing by rating: the lead knows, liaison officers close',
      changed('rated', { actedBy: 'author' }),
      ['liaison proposalToClose', ...OF_LEAD.map((id) => `${id} proposalRated`)],
    ],
    [
      'the author never rated: the same people, told so',
      changed('rated', { rating: 'unreturned' }),
      ['liaison proposalToClose', ...OF_LEAD.map((id) => `${id} proposalNotRated`)],
    ],
    ['a new calendar moved its deadline: nobody', changed('calendarLoaded'), []],
    ['half the time of the lead is gone: its handlers', rung('reminder'), ['cgj-handler proposalReminder']],
    [
      'the reply is late: head and deputy leader',
      rung('redCard'),
      ['cgj-head proposalRedCard', 'deputy-leader proposalRedCard'],
    ],
    [
      'an opinion is late: those of the supporting unit',
      rung('redCard', { step: 'proposalOpinion', departmentId: 'ZX-XFD' }),
      ['xfd-head proposalRedCard', 'deputy-leader proposalRedCard'],
    ],
    [
      'the reply is far too late: the leadership as well',
      rung('escalatedSupervision'),
      ['cgj-head', 'deputy-leader', 'leader'].map((id) => `${id} proposalEscalated`),
    ],
    [
      'the author has not rated at half the time: the author',
      rung('reminder', { step: 'proposalRate' }),
      ['author proposalReminder'],
    ],
  ])('%s', (_behaviour, event, expected) => {
    expect(told(event)).toEqual(expected);
  });
});
