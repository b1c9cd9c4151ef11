import { TASK_QUEUES, taskWorkflowId } from '@hsl/contracts/workflow-ids';
import { executeChild } from '@temporalio/workflow';
import type { departmentTaskWorkflow } from '../department-task/department-task.workflow.js';
import type { TaskRoundDone } from '../department-task/department-task.messages.js';
import type { WhistleInput } from './whistle.messages.js';
import type { WhistleStatus } from './whistle.state.js';

/**
 * One child per department that owes something now, on the departments' queue: all of them in the first round, the lead
 * in a rework. Resolves when every one has fed back.
 */
export function runTasks(input: WhistleInput, status: WhistleStatus): Promise<TaskRoundDone[]> {
  const { whistleId, number, subdistrictId, communityId } = input;
  const { terms, since: dispatchedAt, feedbackLimit = terms.limits.feedback } = status;
  const owing = new Set(status.waitingFor.map((waited) => waited.id));
  const tasks = status.tasks.filter((task) => owing.has(task.departmentId));
  return Promise.all(
    tasks.map((task) =>
      executeChild<typeof departmentTaskWorkflow>('departmentTaskWorkflow', {
        workflowId: taskWorkflowId(whistleId, task.taskId),
        taskQueue: TASK_QUEUES.departments,
        args: [{ ...task, whistleId, number, subdistrictId, communityId, dispatchedAt, feedbackLimit, terms }],
      }),
    ),
  );
}
