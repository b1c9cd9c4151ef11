import type { TaskState } from '@hsl/contracts/states';
import type { Deadline, Step } from '@hsl/contracts/steps';
import type { DisputePhase } from '@hsl/contracts/task-progress';
import { describe, expect, it } from '@jest/globals';
import { rulingOf } from './task-ruling.js';

const clock = (step: Step, startedAt: number): Deadline => ({
  ...{ step, startedAt, dueAt: startedAt + 10, provisional: false, paused: false, daysOffBetween: 0 },
});
const inQuestion = (state: TaskState, step: Step, phase?: DisputePhase) =>
  rulingOf({
    state,
    progress: phase ? { dispute: { phase, toDepartmentId: 'ZX-ZJJ' } } : {},
    // An order that is still to be answered runs beside the ruling, and began after it.
    deadlines: [clock('feedback', 1), clock(step, 5), clock('orderAnswer', 8)],
  });

describe('who rules on a task in question', () => {
  it.each<[TaskState, Step, DisputePhase | undefined, string]>([
    ['RETURN_REQUESTED', 'returnRuling', undefined, 'liaisonOfficer'],
    ['DISPUTED', 'siteMeeting', 'siteMeeting', 'liaisonOfficer'],
    ['DISPUTED', 'disputeRuling', 'ruling', 'deputyLeader'],
    ['DISPUTED', 'appeal', 'appealable', 'head'],
    ['DISPUTED', 'appealRuling', 'appealed', 'groupLeader'],
  ])('%s, %s: by the clock of the ruling, whatever runs beside it', (state, step, phase, id) => {
    expect(inQuestion(state, step, phase)).toEqual({ step, kind: 'role', id, since: 5, dueAt: 15 });
  });

  it('is nobody while the unit works on it', () => {
    expect(inQuestion('IN_PROGRESS', 'extensionRuling')).toBeUndefined();
  });
});
