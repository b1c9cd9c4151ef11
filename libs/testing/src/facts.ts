import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '@hsl/contracts/event';
import type { CheckInFact } from '@hsl/contracts/events/check-in-events';
import type { EventDataByType, EventType } from '@hsl/contracts/events/event-types';
import type { RungFired } from '@hsl/contracts/events/ladder-events';
import type { TaskFact } from '@hsl/contracts/events/task-events';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';

/** Monday 2026-11-23 09:00 in Asia/Shanghai. */
const MONDAY_MORNING = Date.UTC(2026, 10, 23, 1);
const HOUR_MS = 3_600_000;

const whistle = { whistleId: '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11', number: 'ZX-2026-000123', communityId: 'ZX03' };

/** An event as a consumer gets it: of tenant zx, new id unless one is given. */
export function eventOf<T extends EventType>(
  type: T,
  data: EventDataByType[T],
  envelope: Partial<Omit<CloudEvent<T>, 'type' | 'data'>> = {},
): CloudEvent<T> {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: '/hsl/testing',
    type,
    subject: whistle.whistleId,
    time: new Date(MONDAY_MORNING).toISOString(),
    datacontenttype: 'application/json',
    subdistrictid: 'zx',
    sequence: 1,
    data,
    ...envelope,
  };
}

/** A whistle of 汇丰 (ZX03) about parked bicycles; say what differs. */
export const whistleSnapshot = (differs: Partial<WhistleSnapshot> = {}): WhistleSnapshot => ({
  ...whistle,
  version: 1,
  state: 'BLOWN',
  categoryCode: 'C1',
  grade: 'G3',
  level: 'blue',
  departmentIds: [],
  memberIds: [],
  waitingFor: [],
  reworkCount: 0,
  blownAt: MONDAY_MORNING,
  at: MONDAY_MORNING,
  ...differs,
});

/** What a matter remembers on which nothing has happened yet; say what differs. */
export const whistleProgress = (differs: Partial<WhistleProgress> = {}): WhistleProgress => ({
  ...{ tasks: [], memberIds: [], reworkCount: 0, dissatisfiedCount: 0, failedVerifications: 0, reporterCount: 0 },
  ...{ absorbedIds: [], isCountersigned: false, conclusions: 0, lateSteps: [], ...differs },
});

/** Member ZX-M05 is asked to check in for that whistle. */
export const checkInFact = (differs: Partial<CheckInFact> = {}): CheckInFact => ({
  ...whistle,
  checkInId: '6f9f1c0a-51f9-4f0e-8f0c-0d5a1e7b2f01',
  memberId: 'ZX-M05',
  round: 1,
  dueAt: MONDAY_MORNING + 57 * HOUR_MS,
  at: MONDAY_MORNING,
  ...differs,
});

/** The task of 城管局 (ZX-CGJ) on that whistle. */
export const taskFact = (differs: Partial<TaskFact> = {}): TaskFact => ({
  ...whistle,
  taskId: '3d0a7a52-96f0-4c38-8f0b-7a4b6f2f9a02',
  departmentId: 'ZX-CGJ',
  role: 'lead',
  round: 1,
  state: 'DISPATCHED',
  version: 1,
  acknowledgeDueAt: MONDAY_MORNING + 33 * HOUR_MS,
  feedbackDueAt: MONDAY_MORNING + 177 * HOUR_MS,
  at: MONDAY_MORNING,
  ...differs,
});

/** A rung of that task's acknowledgement. */
export const rungFired = (differs: Partial<RungFired> = {}): RungFired => ({
  ...whistle,
  step: 'acknowledge',
  departmentId: 'ZX-CGJ',
  rung: 1,
  dueAt: MONDAY_MORNING + 33 * HOUR_MS,
  at: MONDAY_MORNING,
  ...differs,
});
