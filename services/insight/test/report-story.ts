import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '@hsl/contracts/event';
import type { EventDataByType, EventType } from '@hsl/contracts/events/event-types';
import { checkInFact, eventOf, rungFired, whistleSnapshot } from '@hsl/testing/facts';
import { diceOf, RandomMatter, START } from './random-matters.js';

const DAY_MS = 86_400_000;
export const NOW = START + 8 * DAY_MS;
export const PERIOD = { from: '2026-11-01', to: '2026-11-30' } as const;
/** The first instant after its last day in Asia/Shanghai. */
export const PERIOD_END = Date.UTC(2026, 10, 30, 16);
/** Days after the Monday on which the story begins. */
const day = (days: number): number => START + days * DAY_MS;

export const COMMUNITIES = Array.from({ length: 14 }, (_, index) => `ZX${String(index + 1).padStart(2, '0')}`);
export const CATEGORIES = Array.from({ length: 15 }, (_, index) => `C${index + 1}`);

const told = <T extends EventType>(type: T, data: object, subject?: string): CloudEvent =>
  eventOf(type, data as EventDataByType[T], subject === undefined ? {} : { subject });

const REFERENCE = [
  ...COMMUNITIES.map((communityId, index) =>
    told('community.changed.v1', { communityId, name: `社区${index + 1}`, households: 100 }, communityId),
  ),
  ...CATEGORIES.map((code) =>
    told('category.changed.v1', { code, classCode: 'K', name: `分类${code}`, skills: [], active: true }, code),
  ),
  ...['CGJ', 'ZJJ', 'XFD', 'GDG'].map((code) =>
    told('department.changed.v1', { departmentId: `ZX-${code}`, code, name: `单位${code}`, active: true }, code),
  ),
  told('ruleSet.published.v1', { ruleSetVersion: 3, effectiveFrom: day(-300), timeScale: 1, proposals: {} }, 'zx'),
  told('ruleSet.published.v1', { ruleSetVersion: 4, effectiveFrom: day(300), timeScale: 1, proposals: {} }, 'zx'),
];

let count = 0;
/** A whistle blown at the beginning, and what else is told of it; numbers rise. */
function matter(differs: object, ...then: readonly (readonly [EventType, object])[]): CloudEvent[] {
  count += 1;
  const whistleId = randomUUID();
  const base = { ...whistleSnapshot(), whistleId, number: `ZX-2026-9${String(count).padStart(3, '0')}`, ...differs };
  return [['whistle.blown.v1', {}] as const, ...then].map(([type, more], index) =>
    eventOf(type, { ...base, version: index + 1, at: day(0) + index, ...more } as never, {
      ...{ subject: whistleId, sequence: index + 1 },
    }),
  );
}
const ended = (outcome: string, at = day(3)): readonly [EventType, object] => [
  'whistle.concluded.v1',
  { state: 'CONCLUDED', outcome, lookBacksDueAt: [], at },
];
const lookBack = (sequence: number, result: string, at = day(5)): readonly [EventType, object] => [
  'lookBack.reported.v1',
  { state: 'LOOKING_BACK', sequence, result, at },
];
const repeat = ['whistle.repeatLinked.v1', { repeatOf: randomUUID(), repeatOfNumber: 'ZX-2026-0001' }] as const;

const MASTER = matter({ communityId: 'ZX05', categoryCode: 'C4' }, ended('resolved'));
const MATTERS = [
  ...MASTER,
  ...matter({ communityId: 'ZX05', categoryCode: 'C4' }, ended('resolved'), lookBack(1, 'STABLE')),
  ...matter({ communityId: 'ZX06', categoryCode: 'C4' }, ended('resolved', day(90))),
  ...matter({ communityId: 'ZX06', categoryCode: 'C7' }, ended('explained'), lookBack(1, 'REBOUND')),
  ...matter({ communityId: 'ZX07', categoryCode: 'C7' }, ['lookBack.due.v1', { sequence: 1, at: day(4) }]),
  ...matter({ communityId: 'ZX08', categoryCode: 'C9' }, [
    'whistle.merged.v1',
    { state: 'MERGED', masterId: MASTER[0]!.subject, at: day(1) },
  ]),
  ...[1, 2, 3].flatMap(() => matter({ communityId: 'ZX09', categoryCode: 'C8' }, repeat)),
  ...matter({ communityId: 'ZX10', categoryCode: 'C2' }, repeat),
];

function proposal(departmentId: string, ...changes: readonly (readonly [string, object?])[]): CloudEvent[] {
  const proposalId = randomUUID();
  const base = { proposalId, submittedBy: 'u', supportingDepartmentIds: [], leadDepartmentId: departmentId };
  const road: readonly (readonly [string, object?])[] = [
    ['submitted'],
    ['assigned', { state: 'ASSIGNED' }],
    ...changes,
  ];
  return road.map(([change, more], index) =>
    eventOf(
      'proposal.changed.v1',
      { state: 'SUBMITTED', dueAt: day(5), ...base, change, version: index + 1, at: day(1), ...more } as never,
      { subject: proposalId, sequence: index + 1 },
    ),
  );
}
const met = ['met', { state: 'MET' }] as const;
const replied = (replyClass: string, at = day(2)) => ['replied', { state: 'REPLIED', replyClass, at }] as const;
const rated = (rating: string) => ['rated', { state: 'RATED', rating, at: day(3) }] as const;
const PROPOSALS = [
  ...proposal('ZX-CGJ', met, replied('A'), rated('satisfied')),
  ...proposal('ZX-CGJ', met, replied('A'), rated('dissatisfied')),
  ...proposal('ZX-ZJJ', replied('B'), ['carriedOver', { state: 'CARRIED_OVER', dueAt: day(60), at: day(4) }]),
  ...proposal('ZX-ZJJ', replied('C', day(6)), rated('unreturned')),
  ...proposal('ZX-ZJJ'),
  ...proposal('ZX-ZJJ', ['withdrawn', { state: 'WITHDRAWN' }]),
];

const SESSIONS = [41, 55, 60].map((attendance, index) => {
  const sitting = {
    round: 1,
    communityIds: ['ZX01'],
    actedBy: 'u',
    outcome: 'consensus',
    isLast: true,
    at: day(index),
  };
  return told('session.thematicHeld.v1', { ...sitting, sessionId: randomUUID(), attendance });
});

/** Member, whether that member came in time, or what else was said. */
const CHECK_INS: readonly (readonly [string, 'came' | 'late' | 'declined' | 'missed'])[] = [
  ...[['ZX-M11', 'came'] as const, ['ZX-M11', 'came'] as const, ['ZX-M11', 'late'] as const],
  ...[['ZX-M12', 'came'] as const, ['ZX-M13', 'declined'] as const, ['ZX-M13', 'missed'] as const],
];
const ANSWERS = {
  came: ['checkIn.confirmed.v1', day(1)],
  late: ['checkIn.confirmed.v1', day(3)],
  declined: ['checkIn.declined.v1', day(1)],
  missed: ['checkIn.missed.v1', day(2)],
} as const;
const CALLED = CHECK_INS.flatMap(([memberId, answer]) => {
  const { whistleId, number } = MASTER[0]!.data as { whistleId: string; number: string };
  const about = { ...checkInFact({ memberId, whistleId, number, dueAt: day(2) }), checkInId: randomUUID() };
  const [type, at] = ANSWERS[answer];
  return [told('checkIn.requested.v1', { ...about, at: day(0) }), told(type, { ...about, at })];
});

const { whistleId: LATE, number: LATE_NUMBER } = MASTER[0]!.data as { whistleId: string; number: string };
const RUNGS = [
  told('interview.due.v1', {
    ...rungFired({ whistleId: LATE, number: LATE_NUMBER, communityId: 'ZX05', departmentId: 'ZX-ZJJ' }),
    ...{ step: 'feedback', rung: 5, dueAt: day(1), at: day(5) },
  }),
];

export const LEDGER_ENTRY = randomUUID();
const [FIRST, SECOND] = [randomUUID(), randomUUID()];
function ledger(type: EventType, version: number, at: number, more: object): CloudEvent {
  const { whistleId, number } = MASTER[0]!.data as { whistleId: string; number: string };
  const base = { entryId: LEDGER_ENTRY, whistleId, number, communityId: 'ZX05', departmentId: 'ZX-ZJJ' };
  return eventOf(type, { ...base, state: 'RUNNING', version, at, ...more } as never, {
    ...{ subject: LEDGER_ENTRY, sequence: version },
  });
}
const timetable = (first: string, second: string, slips: number, due = day(6)) => ({
  milestones: [
    { milestoneId: FIRST, dueAt: day(2), state: first, slips: 0 },
    { milestoneId: SECOND, dueAt: due, state: second, slips },
  ],
});
const LEDGER = [
  ledger('ledger.applied.v1', 1, day(0), { state: 'APPLIED', days: 60, ...timetable('PENDING', 'PENDING', 0) }),
  ledger('ledger.approved.v1', 2, day(1), timetable('PENDING', 'PENDING', 0)),
  ledger('ledger.milestoneDone.v1', 3, day(2), {
    milestoneId: FIRST,
    onTime: true,
    ...timetable('DONE', 'PENDING', 0),
  }),
  ledger('ledger.milestoneSlipped.v1', 4, day(6), {
    ...{ milestoneId: SECOND, slips: 1, newDueAt: day(20) },
    ...timetable('DONE', 'SLIPPED', 1, day(20)),
  }),
  ledger('ledger.carriedOver.v1', 5, day(7), {
    state: 'CARRIED_OVER',
    dueAt: day(40),
    ...timetable('DONE', 'SLIPPED', 1),
  }),
];

const COVERAGE = [
  told('member.posted.v1', { memberId: 'ZX-M11', communityIds: ['ZX01', 'ZX02'] }, 'ZX-M11'),
  told('member.posted.v1', { memberId: 'ZX-M12', communityIds: ['ZX01'] }, 'ZX-M12'),
  told('coverage.breached.v1', { communityId: 'ZX02', missingMembers: 1, missingGroups: 0, at: day(1) }, 'ZX02'),
  told('coverage.cured.v1', { communityId: 'ZX01', missingMembers: 0, missingGroups: 0, at: day(1) }, 'ZX01'),
  ...['partyOrganisation', 'member', 'stakeholder'].map((seat) =>
    told('sitting.invited.v1', {
      ...{ sessionId: LEDGER_ENTRY, communityId: 'ZX01', communityIds: ['ZX01'], round: 1, actedBy: 'u', at: day(1) },
      ...{ participantId: randomUUID(), seat, dueAt: day(3) },
    }),
  ),
  told('monthlyTheme.proposed.v1', {
    ...{ themeId: randomUUID(), month: '2026-11', categoryCode: 'C8', repeats: 3, proposedBy: 'u', version: 1 },
    at: day(5),
  }),
  told('register.recorded.v1', {
    ...{ entryId: randomUUID(), register: 'dutyRecord', step: 'record', state: 'RECORDED', memberId: 'ZX-M12' },
    ...{ actedBy: 'u', at: day(2) },
  }),
];

const dice = diceOf(51_206);
export const RANDOM = Array.from({ length: 40 }, (_, index) => new RandomMatter(dice, `ZX-2026-${index}`, 9).events);

/** Everything that is told: forty matters on random roads, and some of which each number is known. */
export const STORY: readonly CloudEvent[] = [
  ...[REFERENCE, RANDOM.flat() as CloudEvent[], MATTERS, PROPOSALS, SESSIONS, CALLED, RUNGS, LEDGER, COVERAGE].flat(),
];

/** What the events of these types said, those told until now and within the period. */
export const saidIn = <T extends EventType>(...types: readonly T[]): EventDataByType[T][] =>
  STORY.filter(({ type }) => (types as readonly string[]).includes(type))
    .map(({ data }) => data as EventDataByType[T])
    .filter((data) => !('at' in data) || data.at <= NOW);
