import { describe, expect, it } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { eventOf } from '@hsl/testing/facts';
import { noticeText } from '../words/notice-text.js';
import { paramsOf } from './notice-subject.js';
import { whoIsTold } from './who-is-told.js';

const person = (userId: string, ...posts: Post[]) => ({ userId, posts });
const ROSTER = [
  person('liaison1', { role: 'liaisonOfficer' }),
  person('worker1', { role: 'communityWorker', communityIds: ['ZX01'] }),
  person('worker2', { role: 'communityWorker', communityIds: ['ZX02'] }),
  person('worker3', { role: 'communityWorker', communityIds: ['ZX03'] }),
  person('m05', { role: 'member', memberId: 'ZX-M05' }),
  person('m06', { role: 'member', memberId: 'ZX-M06' }),
  person('expert1', { role: 'expert' }),
  person('cgj-head', { role: 'head', departmentId: 'ZX-CGJ' }),
  person('xfd-head', { role: 'head', departmentId: 'ZX-XFD' }),
];
const SITTING = {
  ...{ sessionId: 's', topicId: 't', communityIds: ['ZX01', 'ZX02'], round: 1, actedBy: 'liaison1', at: 0 },
};
const INVITED = { ...SITTING, participantId: 'p', seat: 'member', dueAt: Date.UTC(2026, 11, 1, 1) } as const;

describe('of a sitting', () => {
  it.each([
    ['the member who is invited', { memberId: 'ZX-M05' }, ['m05']],
    ['the account that is invited, whatever its post', { inviteeId: 'expert1' }, ['expert1']],
    ['the department that is invited', { departmentId: 'ZX-CGJ' }, ['cgj-head']],
    ['nobody for a resident, who has no account', {}, []],
  ])('is told: %s', (_, invitee, expected) => {
    for (const type of ['sitting.invited.v1', 'sitting.reminded.v1', 'sitting.calledOff.v1'] as const) {
      const told = whoIsTold(eventOf(type, { ...INVITED, ...invitee }), ROSTER);
      expect(told.map(({ userId }) => userId)).toEqual(expected);
    }
  });

  it('the result is told to all communities it concerns and to its members, to pass it on', () => {
    const event = eventOf('session.published.v1', { ...SITTING, memberIds: ['ZX-M06'], links: [] });
    const told = whoIsTold(event, ROSTER).map(({ userId, kind }) => `${userId} ${kind}`);
    expect(told).toEqual(['worker1', 'worker2', 'm06'].map((userId) => `${userId} sessionResultToTell`));
  });

  it('the words name the whistle only if there is one', () => {
    const params = paramsOf(eventOf('sitting.invited.v1', INVITED));
    const text = (number?: string) => noticeText('sessionInvitation', number, params, 'zh-CN');
    expect([text(), text('ZX-2026-000123')]).toEqual([
      '请您参加协商会，12月1日 09:00 开始，请答复是否出席。',
      '请您参加协商会（哨件 ZX-2026-000123），12月1日 09:00 开始，请答复是否出席。',
    ]);
  });
});
