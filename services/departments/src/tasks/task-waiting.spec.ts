import { describe, expect, it } from '@jest/globals';
import type { TaskState } from '@hsl/contracts/states';
import type { TaskRow } from './task.repository.js';
import { waitingOf } from './task-waiting.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23, hour));

const task = (departmentId: string, state: TaskState, differs: Partial<TaskRow> = {}): TaskRow => ({
  ...{
    id: departmentId,
    subdistrictId: 'zx',
    version: 1,
    lastDecisionId: '',
    whistleId: 'w',
    number: 'ZX-2026-000001',
  },
  ...{ communityId: 'ZX01', departmentId, role: 'supporting', round: 1, state, assigneeId: null },
  ...{ dispatchedAt: at(1), reworkedAt: null, acknowledgeDueAt: at(8), feedbackDueAt: at(20), dueAt: null },
  ...{ acknowledgedAt: null, acknowledgedBy: null, acknowledgeOnTime: null, feedbackAt: null, feedbackOnTime: null },
  ...{ verifiedAt: null, ruledAt: null, deadlines: [], nextRung: null },
  ...{ categoryCode: 'C1', grade: 'G3', level: 'blue', progress: {}, ...differs },
});

const around = (siblings: TaskRow[], memberIds: string[] = []) => ({ siblings, memberIds, dissatisfiedCount: 0 });

describe('whom a task waits for', () => {
  it('is its department, since the dispatch, the acknowledgement or the rework', () => {
    const dispatched = task('A', 'DISPATCHED');
    const acknowledged = task('A', 'ACKNOWLEDGED', { acknowledgedAt: at(2) });
    const reworked = task('A', 'IN_PROGRESS', { acknowledgedAt: at(2), reworkedAt: at(5) });
    const seen = [dispatched, acknowledged, reworked].map((one) => waitingOf(one, around([one])));
    expect(seen.map(({ waitingFor, since }) => [waitingFor[0], since])).toEqual([
      [{ step: 'acknowledge', kind: 'department', id: 'A' }, at(1)],
      [{ step: 'feedback', kind: 'department', id: 'A' }, at(2)],
      [{ step: 'feedback', kind: 'department', id: 'A' }, at(5)],
    ]);
  });

  it('is the units still at work once it has fed back', () => {
    const done = task('A', 'FEEDBACK_SUBMITTED', { feedbackAt: at(3) });
    const siblings = [done, task('B', 'ACKNOWLEDGED'), task('C', 'DISPATCHED'), task('D', 'FEEDBACK_SUBMITTED')];
    expect(waitingOf(done, around(siblings))).toEqual({
      waitingFor: [
        { step: 'feedback', kind: 'department', id: 'B' },
        { step: 'acknowledge', kind: 'department', id: 'C' },
      ],
      since: at(3),
    });
  });

  it('is member and community after the last feedback, and nobody when it is verified', () => {
    const done = task('A', 'FEEDBACK_SUBMITTED', { feedbackAt: at(3) });
    const siblings = [done, task('B', 'FEEDBACK_SUBMITTED', { feedbackAt: at(6) })];
    expect(waitingOf(done, around(siblings, ['ZX-M05']))).toEqual({
      waitingFor: [
        { step: 'verify', kind: 'member', id: 'ZX-M05' },
        { step: 'verify', kind: 'role', id: 'communityWorker' },
      ],
      since: at(6),
    });
    expect(waitingOf(task('A', 'VERIFIED'), around([]))).toEqual({ waitingFor: [] });
  });
});
