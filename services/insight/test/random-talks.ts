import { randomUUID } from 'node:crypto';
import type { TaskFact } from '@hsl/contracts/events/task-events';
import { eventOf } from '@hsl/testing/facts';
import type { FactEvent } from '../src/facts/moment.js';
import { START, type Dice } from './random-matters.js';

const DAY_MS = 86_400_000;
const COMMUNITIES = ['ZX01', 'ZX02', 'ZX03', 'ZX04', 'ZX05'];
const DEPARTMENTS = ['ZX-CGJ', 'ZX-ZJJ', 'ZX-XFD', 'ZX-GDG'];

/** Within ten days from the start. */
const someTime = (dice: Dice): number => START + dice(10 * DAY_MS);
const some = (all: readonly string[], dice: Dice): string[] => all.filter(() => dice(3) === 0);
const told = (type: FactEvent['type'], data: object): FactEvent => eventOf(type, data as never) as FactEvent;

function session(dice: Dice): FactEvent[] {
  const [sessionId, at] = [randomUUID(), someTime(dice)];
  const where = {
    communityIds: [COMMUNITIES[dice(5)], ...some(COMMUNITIES, dice)],
    departmentIds: some(DEPARTMENTS, dice),
  };
  const ended = { isLast: dice(4) > 0, outcome: dice(2) === 0 ? 'consensus' : 'partial', attendance: 2 + dice(40) };
  const link = { sessionId, kind: 'proposal', targetId: randomUUID(), at: at + 1 };
  return [
    told('session.thematicHeld.v1', { sessionId, round: 1, actedBy: 'u', at, ...where, ...ended }),
    ...(dice(2) === 0 ? [told('session.linked.v1', link)] : []),
  ];
}

function suggestion(dice: Dice): FactEvent {
  const state = dice(2) === 0 ? 'ADOPTED' : 'NOT_ADOPTED';
  const entry = {
    entryId: randomUUID(),
    register: 'suggestion',
    step: 'decide',
    state,
    communityId: COMMUNITIES[dice(5)],
  };
  return told('register.changed.v1', { ...entry, actedBy: 'u', at: someTime(dice) });
}

function gap(dice: Dice): FactEvent {
  const missingMembers = dice(3);
  const type = missingMembers > 0 ? 'coverage.breached.v1' : 'coverage.cured.v1';
  return told(type, { communityId: COMMUNITIES[dice(5)], missingMembers, missingGroups: 0, at: someTime(dice) });
}

const many = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);

/** Communities that exist, and sessions, suggestions and gaps in them. */
export const randomTalks = (dice: Dice): FactEvent[] => [
  ...many(40, () => session(dice)).flat(),
  ...many(30, () => suggestion(dice)),
  ...many(25, () => gap(dice)),
];

/** Communities rate some of the tasks that were fed back, now and then twice. */
export const randomRatings = (events: readonly FactEvent[], dice: Dice): FactEvent[] =>
  events.flatMap((event) => {
    if (event.type !== 'task.feedbackSubmitted.v1' || dice(3) === 0) return [];
    const { taskId, whistleId, number, communityId, departmentId, at } = event.data as FactEvent['data'] & TaskFact;
    const about = { taskId, whistleId, number, communityId, departmentId };
    return many(1 + dice(2), () => told('task.rated.v1', { ...about, score: 1 + dice(5), at: at + dice(3_600_000) }));
  });
