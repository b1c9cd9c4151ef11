import { describe, expect, it } from '@jest/globals';
import { eventOf, rungFired, taskFact, whistleSnapshot } from '@hsl/testing/facts';
import type { TaskFact } from '@hsl/contracts/events/task-events';
import type { WaitingFor } from '@hsl/contracts/steps';
import { derive } from './derive.js';
import { evolve } from './evolve.js';
import { EMPTY_FILE } from './matter-file.js';
import { waitingOf } from './waiting.js';
import type { MatterEvent } from './whistle-events.js';

const DUE = Date.UTC(2026, 10, 30, 10);
const feedbackOf = (id: string): WaitingFor => ({ step: 'feedback', kind: 'department', id });
const coordinating = (reworkCount = 0, ids = ['ZX-CGJ', 'ZX-XFD']) =>
  eventOf(
    'whistle.dispatched.v1',
    whistleSnapshot({
      ...{ version: 5 + reworkCount, state: 'COORDINATING', waitingFor: ids.map(feedbackOf), dueAt: DUE, reworkCount },
      ...{ leadDepartmentId: 'ZX-CGJ', departmentIds: ['ZX-CGJ', 'ZX-XFD'], waitingSince: DUE - 20 },
    }),
  );
const SUPPORTING = {
  taskId: 'a8f2b3de-1c4f-4a66-9c8e-0e6a8d1b7c55',
  departmentId: 'ZX-XFD',
  role: 'supporting',
} as const;
const task = (differs: Partial<TaskFact>) => eventOf('task.dispatched.v1', taskFact(differs));
const waitingAfter = (...events: MatterEvent[]) => waitingOf(events.reduce(evolve, EMPTY_FILE));
const partiesAfter = (...events: MatterEvent[]) => waitingAfter(...events).map(({ id, step }) => `${id} ${step}`);

describe('who is waited for', () => {
  it('is whom the whistle names while no task is known', () => {
    expect(waitingAfter(coordinating())).toEqual([
      { ...feedbackOf('ZX-CGJ'), dueAt: DUE },
      { ...feedbackOf('ZX-XFD'), dueAt: DUE },
    ]);
  });

  it('owes the acknowledgement first, then the feedback, each until its own day', () => {
    const { acknowledgeDueAt, feedbackDueAt } = taskFact();
    const acknowledged = task({ ...SUPPORTING, state: 'ACKNOWLEDGED', version: 2 });
    expect(waitingAfter(coordinating(), task({}), acknowledged)).toEqual([
      { step: 'acknowledge', kind: 'department', id: 'ZX-CGJ', dueAt: acknowledgeDueAt },
      { step: 'feedback', kind: 'department', id: 'ZX-XFD', dueAt: feedbackDueAt },
    ]);
  });

  it('is no longer a department that has fed back', () => {
    const answered = task({ ...SUPPORTING, state: 'FEEDBACK_SUBMITTED', version: 3 });
    expect(partiesAfter(coordinating(), task({}), answered)).toEqual(['ZX-CGJ acknowledge']);
  });

  it('is the lead until the whistle has heard that all have fed back: an open matter has an owner [S15]', () => {
    const answered = { state: 'FEEDBACK_SUBMITTED', version: 3 } as const;
    const events = [coordinating(), task(answered), task({ ...SUPPORTING, ...answered })];
    expect(partiesAfter(...events)).toEqual(['ZX-CGJ feedback']);
  });

  it('is whoever rules on a task that was sent back, then the unit again', () => {
    const ruling = { step: 'returnRuling', kind: 'role', id: 'liaisonOfficer', since: DUE - 7, dueAt: DUE } as const;
    const sentBack = task({ ...SUPPORTING, state: 'RETURN_REQUESTED', version: 2, ruling });
    expect(waitingAfter(coordinating(), task({}), sentBack).slice(1)).toEqual([ruling]);
    const refused = task({ ...SUPPORTING, state: 'DISPATCHED', version: 3 });
    expect(partiesAfter(coordinating(), task({}), sentBack, refused)).toEqual([
      'ZX-CGJ acknowledge',
      'ZX-XFD acknowledge',
    ]);
  });

  it('is once who rules on what two units sent back, by the earlier day, and waited for since it came', () => {
    const ruling = { step: 'returnRuling', kind: 'role', id: 'liaisonOfficer', since: DUE - 7, dueAt: DUE } as const;
    const earlier = { ...ruling, since: DUE - 9, dueAt: DUE - 2 };
    const file = [
      coordinating(),
      task({ state: 'RETURN_REQUESTED', version: 2, ruling }),
      task({ ...SUPPORTING, state: 'RETURN_REQUESTED', version: 2, ruling: earlier }),
    ].reduce(evolve, EMPTY_FILE);
    expect(waitingOf(file)).toEqual([earlier]);
    expect(derive(file)).toMatchObject({ waitingSince: DUE - 9, dueAt: DUE - 2 });
    const oneAtWork = evolve(file, task({ state: 'DISPATCHED', version: 3 }));
    expect(derive(oneAtWork)?.waitingSince).toBe(DUE - 20);
  });

  it('is the unit of a task in question whose event is from before it was told who rules', () => {
    const sentBack = task({ ...SUPPORTING, state: 'RETURN_REQUESTED', version: 2 });
    expect(partiesAfter(coordinating(), task({}), sentBack)).toEqual(['ZX-CGJ acknowledge', 'ZX-XFD feedback']);
  });

  it('is the lead again in a rework, although it answered the round before', () => {
    const answered = task({ state: 'FEEDBACK_SUBMITTED', version: 3 });
    const failed = coordinating(1, ['ZX-CGJ']);
    expect(waitingAfter(answered, failed)).toEqual([{ ...feedbackOf('ZX-CGJ'), dueAt: DUE }]);
    const reworked = task({ state: 'IN_PROGRESS', version: 4, round: 2, feedbackDueAt: DUE - 1 });
    expect(waitingAfter(answered, failed, reworked)).toEqual([{ ...feedbackOf('ZX-CGJ'), dueAt: DUE - 1 }]);
  });

  it('is told the next rung by the newest event of the clock', () => {
    const yellow = { rung: 2, kind: 'yellowCard', at: 2_000 } as const;
    const red = { rung: 3, kind: 'redCard', at: 3_000 } as const;
    const { taskId } = taskFact();
    const begun = eventOf('task.dispatched.v1', taskFact({ nextRung: yellow }), { sequence: 100 });
    const carded = rungFired({ taskId, rung: 2, nextRung: red });
    const fired = eventOf('card.yellow.v1', carded, { sequence: 200 });
    const nextRungAfter = (...events: MatterEvent[]) =>
      waitingAfter(coordinating(0, ['ZX-CGJ']), ...events)[0]?.nextRung;
    expect(nextRungAfter(begun)).toEqual(yellow);
    expect(nextRungAfter(fired, begun)).toEqual(red);
    const acknowledged = taskFact({ state: 'ACKNOWLEDGED', version: 3, nextRung: { ...yellow, at: 9_000 } });
    const later = eventOf('task.dispatched.v1', acknowledged, { sequence: 300 });
    expect(nextRungAfter(later, fired, begun)?.at).toBe(9_000);
  });
});
