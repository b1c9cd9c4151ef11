import { actorRefOf } from '@hsl/access/actor';
import type { DepartmentTaskDetails, SubmitFeedback } from '@hsl/contracts/schemas/department-tasks';
import type { TaskState } from '@hsl/contracts/states';
import { taskWorkflowId } from '@hsl/contracts/workflow-ids';
import type { Locale } from '@hsl/platform/locale';
import { UpdateSender, type UpdateOptions } from '@hsl/temporal/update-sender';
import { acknowledgeUpdate, feedbackUpdate } from '@hsl/workflows/department-task/department-task.messages';
import { Injectable } from '@nestjs/common';
import { OWED_STEP } from '../recording/decision-row.js';
import { TaskDetailsService } from '../tasks/task-details.service.js';
import { TaskReader } from '../tasks/task-reader.js';
import { ACKNOWLEDGE, feedbackActionOf, feedbackMoments } from '../tasks/task-rights.js';
import type { TaskRow } from '../tasks/task.repository.js';
import { FeedbackDrafts } from './feedback-drafts.js';
import { requestIdOf, TaskRequests, type TaskRequest } from './task-requests.js';

/** What a department does with its task: who may, then the words, then the workflow's decision. */
@Injectable()
export class TaskStepsService {
  constructor(
    private readonly reader: TaskReader,
    private readonly details: TaskDetailsService,
    private readonly drafts: FeedbackDrafts,
    private readonly requests: TaskRequests,
    private readonly updates: UpdateSender,
  ) {}

  /**
   * 签收. A repeat under the same key is answered as before.
   * @throws ProblemError notFound, roleNotAllowed, alreadyAnswered with the state, idempotencyKeyReused,
   *   temporalUnavailable
   */
  async acknowledge(request: TaskRequest, locale: Locale): Promise<DepartmentTaskDetails> {
    return this.once(request, locale, async () => {
      const { task, grant } = await this.reader.get(request.actor, request.taskId, () => ACKNOWLEDGE);
      const by = actorRefOf(request.actor, grant.role);
      await this.updates.execute(workflowIdOf(task), acknowledgeUpdate, { by }, optionsOf(task, requestIdOf(request)));
    });
  }

  /**
   * 反馈: of a supporting unit on its part, of the lead on the whole once all supporting units have fed back; after a
   * dissatisfied resident only by the head (domain 4.2, 4.5). A repeat under the same key is answered as before.
   * @throws ProblemError as `acknowledge`, and evidenceMissing, wrongState with the rule that refused
   */
  async submitFeedback(request: TaskRequest, body: SubmitFeedback, locale: Locale): Promise<DepartmentTaskDetails> {
    return this.once(request, locale, async () => {
      const evidenceGiven = body.evidence.length > 0;
      const { task, grant } = await this.reader.get(
        request.actor,
        request.taskId,
        feedbackActionOf,
        (reached, around) => ({ evidenceGiven, ...feedbackMoments(reached, around) }),
      );
      const by = actorRefOf(request.actor, grant.role);
      const contentId = requestIdOf(request);
      const { final } = await this.drafts.keep(contentId, task, body, by);
      if (final) return;
      await this.updates.execute(workflowIdOf(task), feedbackUpdate, { by, contentId }, optionsOf(task, contentId));
    });
  }

  private async once(request: TaskRequest, locale: Locale, take: () => Promise<void>): Promise<DepartmentTaskDetails> {
    const before = await this.requests.findAnswer(request);
    if (before !== undefined) {
      // Who has lost the right since then gets no old answer either.
      await this.reader.get(request.actor, request.taskId, () => 'departmentTask.read');
      return before as DepartmentTaskDetails;
    }
    await take();
    const answer = await this.details.details(request.actor, request.taskId, locale);
    await this.requests.keepAnswer(request, answer);
    return answer;
  }
}

const workflowIdOf = ({ whistleId, id }: TaskRow): string => taskWorkflowId(whistleId, id);

/** The workflow of a round ends with its feedback; then the row is what tells the state. */
function optionsOf({ state }: TaskRow, updateId: string): UpdateOptions {
  const isOver = OWED_STEP[state as TaskState] === undefined;
  const isGone = state === 'CANCELLED' || state === 'RETURNED';
  return { updateId, state, notFound: isGone ? 'notDispatched' : isOver ? 'alreadyAnswered' : 'wrongState' };
}
