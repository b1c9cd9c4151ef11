import { TASK_QUEUES, taskWorkflowId } from '@hsl/contracts/workflow-ids';
import type { TaskRef } from '@hsl/contracts/whistle-progress';
import { startChild, uuid4 } from '@temporalio/workflow';
import type { departmentTaskWorkflow } from '../../department-task/department-task.workflow.js';
import {
  stopTaskSignal,
  termsChangedSignal,
  type DepartmentTaskInput,
  type TaskRoundDone,
} from '../../department-task/department-task.messages.js';
import type { LostErrands } from '../../flow/lost-errands.js';
import { redispatch, submitFeedback } from '../decisions/coordination.decisions.js';
import { childErrand, type Errand } from '../errand.js';
import type { Matter } from '../matter.js';
import type { WhistleInput } from '../whistle.messages.js';
import { owedTasks, type WhistleStatus } from '../whistle.state.js';

/** Rounds that departments have ended and that wait for the others. */
export type RoundsDone = Map<string, TaskRoundDone>;

/**
 * One department's part for one round, on the departments' queue. The matter goes on when every department that owes
 * something has fed back; a task that was returned for good is given to another unit.
 */
export function handleTask(
  input: WhistleInput,
  matter: Matter,
  task: TaskRef,
  { done, lost }: { done: RoundsDone; lost: LostErrands },
): Errand {
  return childErrand<typeof departmentTaskWorkflow>({
    ...{ matter: input, lost },
    start: () =>
      startChild<typeof departmentTaskWorkflow>('departmentTaskWorkflow', {
        workflowId: taskWorkflowId(input.whistleId, task.taskId),
        taskQueue: TASK_QUEUES.departments,
        args: [inputOf(input, matter.now, task, done)],
      }),
    done: (round) => settle(matter, round, done),
    stop: (told, { state }) => told.signal(stopTaskSignal, { as: state === 'LEDGERED' ? 'LEDGERED' : 'CANCELLED' }),
    changeTerms: (told, now) => told.signal(termsChangedSignal, changeOf(now, task)),
  });
}

/** A task that was stopped for the ledger has a row that is further on than the matter remembers. */
const versionOf = ({ taskId, version }: TaskRef, done: RoundsDone): number =>
  Math.max(version, done.get(taskId)?.version ?? 0);

function inputOf(input: WhistleInput, status: WhistleStatus, task: TaskRef, done: RoundsDone): DepartmentTaskInput {
  const { whistleId, number, subdistrictId, communityId, categoryCode } = input;
  const { terms, grade, level, feedbackLimit = terms.limits.feedback } = status;
  const { since: dispatchedAt, falseFeedback = false, ...ref } = task;
  return {
    ...{
      ...ref,
      version: versionOf(task, done),
      whistleId,
      number,
      subdistrictId,
      communityId,
      categoryCode,
      dispatchedAt,
      falseFeedback,
    },
    ...{ grade, level, feedbackLimit, terms },
  };
}

/** A rework keeps its shortened limit; a deadline that the matter was given holds for the lead. */
function changeOf({ terms, grade, level, reworkCount, clock }: WhistleStatus, { role }: TaskRef) {
  const feedbackLimit = reworkCount > 0 ? undefined : terms.limits.feedback;
  return { terms, grade, level, feedbackLimit, notAfter: clock?.isMoved && role === 'lead' ? clock.dueAt : undefined };
}

async function settle(matter: Matter, round: TaskRoundDone, done: RoundsDone): Promise<void> {
  done.set(round.taskId, round);
  if (round.outcome === 'stopped') return;
  if (round.outcome === 'returned') {
    await matter.decide((now, at) => redispatch(now, round, at, uuid4));
    return;
  }
  await matter.decide((now, at) => {
    const owed = owedTasks(now);
    const rounds = owed.flatMap(({ taskId, round: current }) => {
      const ended = done.get(taskId);
      return ended?.round === current && ended.outcome !== 'stopped' ? [ended] : [];
    });
    return owed.length > 0 && rounds.length === owed.length ? submitFeedback(now, rounds, at) : undefined;
  });
}
