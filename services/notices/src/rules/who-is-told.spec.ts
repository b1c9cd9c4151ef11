import { describe, expect, it } from '@jest/globals';
import type { CloudEvent } from '@hsl/contracts/event';
import type { Post } from '@hsl/contracts/roles';
import { checkInFact, eventOf, rungFired, taskFact, whistleSnapshot } from '@hsl/testing/facts';
import type { NoticedEvent } from './notice-rules.js';
import { rolesTold, whoIsTold } from './who-is-told.js';

const person = (userId: string, ...posts: Post[]) => ({ userId, posts });

/** Two of everything: one the event is about, one it is not. */
const ROSTER = [
  person('liaison1', { role: 'liaisonOfficer', communityIds: ['ZX01', 'ZX03'] }),
  person('liaison2', { role: 'liaisonOfficer', communityIds: ['ZX11'] }),
  person('worker3', { role: 'communityWorker', communityIds: ['ZX03'] }),
  person('worker4', { role: 'communityWorker', communityIds: ['ZX04'] }),
  person('head3', { role: 'communityHead', communityIds: ['ZX03'] }),
  person('head4', { role: 'communityHead', communityIds: ['ZX04'] }),
  person('m05', { role: 'member', memberId: 'ZX-M05', communityIds: ['ZX03'] }),
  person('m06', { role: 'member', memberId: 'ZX-M06', communityIds: ['ZX03'] }),
  person('cgj-handler', { role: 'handler', departmentId: 'ZX-CGJ' }),
  person('cgj-deputy', { role: 'deputyHead', departmentId: 'ZX-CGJ' }),
  person('cgj-head', { role: 'head', departmentId: 'ZX-CGJ' }),
  person('xfd-handler', { role: 'handler', departmentId: 'ZX-XFD' }),
  person('xfd-head', { role: 'head', departmentId: 'ZX-XFD' }),
  person('deputy-leader', { role: 'deputyLeader' }),
  person('leader', { role: 'groupLeader' }),
  person('admin', { role: 'admin' }),
];

const told = (event: CloudEvent<NoticedEvent>): string[] =>
  whoIsTold(event, ROSTER).map(({ userId, kind, urgency }) => `${userId} ${kind} ${urgency}`);

const dispatched = { memberIds: ['ZX-M05'], leadDepartmentId: 'ZX-CGJ', departmentIds: ['ZX-CGJ', 'ZX-XFD'] };
const lookBack = { ...whistleSnapshot(dispatched), sequence: 1 };
const revisit = {
  ...whistleSnapshot(dispatched),
  satisfaction: 'satisfied',
  solved: 'yes',
  dissatisfiedCount: 0,
} as const;

const THEME = {
  ...{ themeId: 't', month: '2026-11', categoryCode: 'C1', repeats: 3 },
  ...{ proposedBy: 'liaison1', version: 1, at: 0 },
};

const LACK = { communityId: 'ZX03', missingMembers: 1, missingGroups: 0, at: 0 };

const LINK_FAILED = {
  ...{ submissionId: 's', whistleId: 'w', number: 'ZX-2026-000123', communityId: 'ZX03', namedBy: 'worker3', at: 0 },
};

describe('[S105] who is told', () => {
  it('[S27] of a community short of members or groups: the office, and the head of that community', () => {
    const office = ['liaison1', 'liaison2', 'head3', 'deputy-leader'];
    expect(told(eventOf('coverage.breached.v1', LACK))).toEqual(office.map((id) => `${id} coverageBreached warning`));
    expect(told(eventOf('coverage.cured.v1', { ...LACK, missingMembers: 0 }))).toEqual(
      office.map((id) => `${id} coverageCured info`),
    );
  });

  it.each<[string, CloudEvent<NoticedEvent>, string[]]>([
    [
      'a whistle is blown: the liaison officers, whatever their area',
      eventOf('whistle.blown.v1', { ...whistleSnapshot(), kind: 'hardProblem', blownBy: 'worker3' }),
      ['liaison1 whistleToAccept action', 'liaison2 whistleToAccept action'],
    ],
    [
      'a liaison officer blew it for a resident: only the other one',
      eventOf('whistle.blown.v1', { ...whistleSnapshot(), kind: 'hardProblem', blownBy: 'liaison1' }),
      ['liaison2 whistleToAccept action'],
    ],
    [
      'an emergency is blown at night: the alarm of the officer on duty, the others as always',
      eventOf('whistle.blown.v1', {
        ...whistleSnapshot({ grade: 'G1' }),
        ...{ kind: 'emergency', blownBy: 'worker3', dutyUserId: 'liaison2' },
      }),
      ['liaison1 whistleToAccept action', 'liaison2 dutyCall alarm'],
    ],
    [
      'other rules are proposed: the leaders, except who proposed them',
      eventOf('ruleSet.proposed.v1', { proposalId: 'p', proposedBy: 'deputy-leader', basedOn: 1 }),
      ['leader ruleSetToRule action'],
    ],
    [
      'they are rejected: who proposed them',
      eventOf('ruleSet.rejected.v1', { proposalId: 'p', proposedBy: 'liaison1', rejectedBy: 'deputy-leader' }),
      ['liaison1 ruleSetRejected info'],
    ],
    [
      'they are approved: leaders and liaison officers, and the administrator who proposed them',
      eventOf('ruleSet.changed.v1', {
        ...{ proposalId: 'p', ruleSetVersion: 2, effectiveFrom: 0, changed: [] },
        ...{ proposedBy: 'admin', approvedBy: 'leader' },
      }),
      ['liaison1', 'liaison2', 'deputy-leader', 'admin'].map((id) => `${id} ruleSetChanged info`),
    ],
    [
      'a monthly theme is proposed: the leaders',
      eventOf('monthlyTheme.proposed.v1', THEME),
      ['deputy-leader themeToRule action', 'leader themeToRule action'],
    ],
    [
      'it is refused: who proposed it',
      eventOf('monthlyTheme.refused.v1', { ...THEME, rejectedBy: 'deputy-leader' }),
      ['liaison1 themeRefused info'],
    ],
    [
      'next year’s calendar is missing: the administrators',
      eventOf('calendar.yearMissed.v1', { year: 2027, day: '2026-12-01' }),
      ['admin calendarMissing warning'],
    ],
    [
      'it is accepted: its community',
      eventOf('whistle.accepted.v1', { ...whistleSnapshot(), auto: false }),
      ['worker3 whistleAccepted info', 'head3 whistleAccepted info'],
    ],
    [
      'nobody accepted it: community, liaison officers and deputy leader',
      eventOf('whistle.accepted.v1', { ...whistleSnapshot(), auto: true }),
      [
        ...['liaison1', 'liaison2'].map((id) => `${id} whistleAcceptedByClock alarm`),
        ...['worker3', 'head3'].map((id) => `${id} whistleAcceptedByClock info`),
        'deputy-leader whistleAcceptedByClock alarm',
      ],
    ],
    [
      'a member is asked: that member and no other posted there',
      eventOf('checkIn.requested.v1', checkInFact()),
      ['m05 checkInRequested action'],
    ],
    [
      'a member confirms: the community worker',
      eventOf('checkIn.confirmed.v1', checkInFact()),
      ['worker3 memberComing info'],
    ],
    ['a member declines: nobody', eventOf('checkIn.declined.v1', { ...checkInFact(), reasonCode: 'absence' }), []],
    [
      'a member stays silent: the liaison officers, and the member',
      eventOf('checkIn.missed.v1', checkInFact()),
      ['liaison1 checkInMissed warning', 'liaison2 checkInMissed warning', 'm05 ownCheckInMissed warning'],
    ],
    [
      'the first member is there: liaison officers dispatch',
      eventOf('whistle.checkedIn.v1', { ...whistleSnapshot({ memberIds: ['ZX-M05'] }), substituted: false }),
      ['liaison1 dispatchDue action', 'liaison2 dispatchDue action'],
    ],
    [
      'nobody came: liaison officers step in, the deputy leader knows',
      eventOf('whistle.checkedIn.v1', { ...whistleSnapshot(), substituted: true }),
      [
        ...['liaison1', 'liaison2'].map((id) => `${id} dispatchDueWithoutMember action`),
        'deputy-leader dispatchDueWithoutMember warning',
      ],
    ],
    [
      'departments are named: the member who came and the community',
      eventOf('whistle.dispatched.v1', whistleSnapshot(dispatched)),
      ['worker3', 'head3', 'm05'].map((id) => `${id} whistleDispatched info`),
    ],
    [
      'a task exists: handlers of that department',
      eventOf('task.dispatched.v1', taskFact({ departmentId: 'ZX-XFD', role: 'supporting' })),
      ['xfd-handler taskDispatched action'],
    ],
    [
      'a task is acknowledged: nobody',
      eventOf('task.acknowledged.v1', { ...taskFact(), onTime: true, tacit: false }),
      [],
    ],
    [
      'every department has fed back: the member who came and the community worker verify',
      eventOf('whistle.feedbackSubmitted.v1', whistleSnapshot(dispatched)),
      ['worker3 verifyDue action', 'm05 verifyDue action'],
    ],
    [
      'verification failed: liaison officers and the heads of the lead',
      eventOf('whistle.verificationFailed.v1', {
        ...whistleSnapshot(dispatched),
        leadTaskId: 'task',
        falseFeedback: false,
      }),
      ['liaison1', 'liaison2', 'cgj-deputy', 'cgj-head'].map((id) => `${id} verificationFailed warning`),
    ],
    [
      'the lead works again: its handlers',
      eventOf('task.reworked.v1', taskFact({ round: 2 })),
      ['cgj-handler taskReworked action'],
    ],
    [
      'it is verified: liaison officers revisit',
      eventOf('whistle.verified.v1', whistleSnapshot(dispatched)),
      ['liaison1 revisitDue action', 'liaison2 revisitDue action'],
    ],
    ['the resident is content: nobody, the conclusion follows', eventOf('revisit.done.v1', revisit), []],
    [
      'the resident is not content: community and heads of the lead',
      eventOf('revisit.done.v1', { ...revisit, satisfaction: 'dissatisfied' }),
      ['worker3', 'head3', 'cgj-deputy', 'cgj-head'].map((id) => `${id} residentDissatisfied warning`),
    ],
    [
      'content, but not solved: the same people, once each',
      eventOf('revisit.done.v1', { ...revisit, satisfaction: 'dissatisfied', solved: 'no' }),
      ['worker3', 'head3', 'cgj-deputy', 'cgj-head'].map((id) => `${id} residentDissatisfied warning`),
    ],
    [
      'it is concluded: the community and the member who came',
      eventOf('whistle.concluded.v1', { ...whistleSnapshot(dispatched), lookBacksDueAt: [], outcome: 'resolved' }),
      ['worker3', 'head3', 'm05'].map((id) => `${id} whistleConcluded info`),
    ],
    ['a look-back is due: the community workers', eventOf('lookBack.due.v1', lookBack), ['worker3 lookBackDue action']],
    ['it held: nobody', eventOf('lookBack.reported.v1', { ...lookBack, result: 'STABLE' }), []],
    [
      'it rebounded: the liaison officers',
      eventOf('lookBack.reported.v1', { ...lookBack, result: 'REBOUND' }),
      ['liaison1 lookBackRebound warning', 'liaison2 lookBackRebound warning'],
    ],
    ['it is archived: nobody', eventOf('whistle.archived.v1', whistleSnapshot(dispatched)), []],
    [
      '[4.4 rung 1] half the time of a department: its handlers',
      eventOf('step.reminded.v1', rungFired()),
      ['cgj-handler stepReminder action'],
    ],
    [
      '[4.4 rung 2] yellow card of a department: handlers and deputy head',
      eventOf('card.yellow.v1', rungFired({ rung: 2 })),
      ['cgj-handler yellowCard warning', 'cgj-deputy yellowCard warning'],
    ],
    [
      '[4.4 rung 3] red card of a department: its head and the deputy leader',
      eventOf('card.red.v1', rungFired({ rung: 3 })),
      ['cgj-head redCard alarm', 'deputy-leader redCard alarm'],
    ],
    [
      'half the time of a member: that member',
      eventOf('step.reminded.v1', rungFired({ step: 'checkIn', departmentId: undefined, memberId: 'ZX-M06' })),
      ['m06 stepReminder action'],
    ],
    [
      'red card of an acceptance: liaison officers and deputy leader',
      eventOf('card.red.v1', rungFired({ step: 'accept', departmentId: undefined, rung: 3 })),
      ['liaison1 redCard alarm', 'liaison2 redCard alarm', 'deputy-leader redCard alarm'],
    ],
    [
      'half the time of a verification: the member who came and the community worker',
      eventOf('step.reminded.v1', rungFired({ step: 'verify', departmentId: undefined, memberIds: ['ZX-M05'] })),
      ['worker3 stepReminder action', 'm05 stepReminder action'],
    ],
    [
      'the district has answered: the leaders act on it, office, community and the late department know, the district does not',
      eventOf('referral.answered.v1', {
        ...rungFired({ rung: 6 }),
        ...{ referralId: '7', answeredBy: 'zx-district' },
      }),
      [
        ...['liaison1', 'liaison2', 'worker3', 'head3', 'cgj-deputy', 'cgj-head'].map(
          (id) => `${id} referralAnswered info`,
        ),
        ...['deputy-leader', 'leader'].map((id) => `${id} referralAnswered action`),
      ],
    ],
    [
      'the submission a whistle named is not there: whoever blew it',
      eventOf('submission.linkFailed.v1', { ...LINK_FAILED, reasonCode: 'unknownSubmission' }),
      ['worker3 submissionNotFound warning'],
    ],
    [
      'or had ended: the same, in other words',
      eventOf('submission.linkFailed.v1', { ...LINK_FAILED, reasonCode: 'submissionEnded' }),
      ['worker3 submissionEndedBefore warning'],
    ],
  ])('%s', (_behaviour, event, expected) => {
    expect(told(event)).toEqual(expected);
  });

  it('tells a person with two posts once, by the rule that comes first', () => {
    const both = person('both', { role: 'communityWorker', communityIds: ['ZX03'] }, { role: 'liaisonOfficer' });
    const event = eventOf('whistle.accepted.v1', { ...whistleSnapshot(), auto: true });
    expect(whoIsTold(event, [both])).toEqual([{ userId: 'both', kind: 'whistleAcceptedByClock', urgency: 'info' }]);
  });

  it('names every role it may tell, so that a look-up by role misses nobody', () => {
    const events = [
      eventOf('whistle.dispatched.v1', whistleSnapshot(dispatched)),
      eventOf('card.red.v1', rungFired({ rung: 3 })),
      eventOf('whistle.accepted.v1', { ...whistleSnapshot(), auto: true }),
    ];
    for (const event of events) {
      const roles = rolesTold(event);
      const looked = ROSTER.filter(({ posts }) => posts.some(({ role }) => roles.includes(role)));
      expect(whoIsTold(event, looked)).toEqual(whoIsTold(event, ROSTER));
    }
  });
});
