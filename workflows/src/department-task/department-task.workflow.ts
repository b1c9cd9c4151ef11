import { allHandlersFinished, condition, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { RECORDING } from '../flow/activity-options.js';
import { Alarm } from '../flow/alarm.js';
import { Decider } from '../flow/decider.js';
import { waitOrClimb } from '../flow/wait-or-climb.js';
import type { DepartmentTaskActivities } from './department-task.activities.js';
import {
  acknowledgeUpdate,
  feedbackUpdate,
  stopTaskSignal,
  taskQuery,
  termsChangedSignal,
  type DepartmentTaskInput,
  type TaskRoundDone,
  type TaskStepTaken,
} from './department-task.messages.js';
import {
  acknowledge,
  begun,
  changeTerms,
  isOver,
  ring,
  rowOf,
  runningClocks,
  stop,
  submitFeedback,
  taskView,
  type TaskDecided,
  type TaskStatus,
} from './department-task.state.js';

const { recordTaskDecision } = proxyLocalActivities<DepartmentTaskActivities>(RECORDING);

/** One department's part of a whistle, for one round: dispatch, acknowledge, feed back (domain 4.1, 4.3, 4.4). */
export async function departmentTaskWorkflow(input: DepartmentTaskInput): Promise<TaskRoundDone> {
  const { taskId, whistleId, number, subdistrictId, communityId, departmentId, role } = input;
  const ids = { taskId, whistleId, number, subdistrictId, communityId, departmentId, role };
  const first = begun(input);
  const task = new Decider<TaskStatus, TaskDecided>(first.next, async ({ next, fact }, at, by) => {
    await recordTaskDecision({ ...ids, version: next.version, at, by, fact, after: rowOf(next) });
    return next;
  });
  const taken = ({ state, version }: TaskStatus): TaskStepTaken => ({ state, version });
  // The row must exist before anybody acts on it: this decision has the first turn.
  const created = task.decide(() => first);
  setHandler(taskQuery, () => taskView(task.now));
  task.onUpdate(acknowledgeUpdate, (now, _command, at) => acknowledge(now, at), taken);
  task.onUpdate(feedbackUpdate, (now, { contentId }, at) => submitFeedback(now, contentId, at), taken);
  setHandler(stopTaskSignal, async (command) => void (await task.decide((now) => stop(now, command))));
  setHandler(termsChangedSignal, async (change) => void (await task.decide((now) => changeTerms(now, change))));

  await created;
  await waitOrClimb(new Alarm(), {
    done: () => isOver(task.now),
    clocks: () => runningClocks(task.now),
    ring: async (clock, rung) => {
      await task.decide((now, at) => (runningClocks(now).includes(clock) ? ring(now, clock, rung, at) : undefined));
    },
  });
  await condition(allHandlersFinished);
  const {
    state,
    version,
    input: { round },
  } = task.now;
  return { taskId, round, version, outcome: state === 'FEEDBACK_SUBMITTED' ? 'fedBack' : 'stopped' };
}
