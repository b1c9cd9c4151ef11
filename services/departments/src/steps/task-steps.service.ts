import { actorRefOf } from '@hsl/access/actor';
import type { DepartmentTaskDetails, SubmitFeedback } from '@hsl/contracts/schemas/department-tasks';
import type { NameSupporting, RecordInterim, StateInDispute } from '@hsl/contracts/schemas/task-steps';
import type { TaskState } from '@hsl/contracts/states';
import { taskWorkflowId } from '@hsl/contracts/workflow-ids';
import type { Locale } from '@hsl/platform/locale';
import { behind, UpdateSender, type UpdateOptions } from '@hsl/temporal/update-sender';
import {
  acknowledgeUpdate,
  feedbackUpdate,
  waiveUpdate,
  type TaskCommand,
} from '@hsl/workflows/department-task/department-task.messages';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { OWED_STEP } from '../recording/decision-row.js';
import { DisputeStatements } from '../tasks/dispute-statements.js';
import { TaskDetailsService } from '../tasks/task-details.service.js';
import { TaskReader } from '../tasks/task-reader.js';
import {
  ACKNOWLEDGE,
  feedbackActionOf,
  feedbackMoments,
  openSupporting,
  owes,
  partiesOf,
} from '../tasks/task-rights.js';
import type { Surroundings, TaskRow } from '../tasks/task.repository.js';
import { TaskFilesService } from '../files/task-files.service.js';
import { DepartmentBook } from '../directory/department-book.js';
import { TaskNotes } from './task-notes.js';
import type { TaskStepSpec } from './task-step-specs.js';
import { FeedbackDrafts } from './feedback-drafts.js';
import { requestIdOf, TaskRequests, type TaskRequest } from './task-requests.js';

/** What a department does with its task: who may, then the words, then the workflow's decision. */
@Injectable()
export class TaskStepsService {
  constructor(
    private readonly reader: TaskReader,
    private readonly details: TaskDetailsService,
    private readonly drafts: FeedbackDrafts,
    private readonly notes: TaskNotes,
    private readonly statements: DisputeStatements,
    private readonly book: DepartmentBook,
    private readonly files: TaskFilesService,
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
   * @throws ProblemError as `acknowledge`, and evidenceMissing, unknownFile, wrongState with the rule
   *   that refused
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
      const fileIds = body.evidence.flatMap((piece) => piece.fileIds ?? []);
      await this.files.mustHave(request.actor, task, fileIds);
      const kept = await this.drafts.keep(contentId, task, body, by);
      const send = [workflowIdOf(task), feedbackUpdate, { by, contentId }, optionsOf(task, contentId)] as const;
      if (!kept.final) await this.updates.execute(...send);
      // A repeat of what an earlier round ended with says nothing of this one.
      else if (kept.round === task.round) await this.updates.remind(...send);
    });
  }

  /**
   * Any other step, as its row of the table says. A repeat under the same key is answered as before.
   * @throws ProblemError as `acknowledge`; unknownDepartment for a unit that does not exist
   */
  async take<Body extends object, C extends TaskCommand>(
    request: TaskRequest & { body: Body },
    spec: TaskStepSpec<Body, C>,
    locale: Locale,
  ): Promise<DepartmentTaskDetails> {
    return this.once(request, locale, async () => {
      const { actor, taskId, body } = request;
      const abilityOf = typeof spec.ability === 'string' ? () => spec.ability as string : spec.ability;
      const { task, around, grant } = await this.reader.get(actor, taskId, abilityOf, () => spec.duties?.(body) ?? {});
      const supportingId = spec.supporting?.(body);
      if (supportingId !== undefined && owesStep(task)) mustBeIdle(task, around, supportingId);
      const named = spec.names?.(body);
      if (named) await this.book.mustKnow(actor.subdistrictId, named.id, named.field);
      const by = actorRefOf(actor, grant.role);
      const contentId = requestIdOf(request);
      await this.notes.keep(contentId, task, { kind: spec.words, body, by });
      const command = { by, contentId, ...spec.command(body, openSupporting(task, around)) } as unknown as C;
      await this.updates.execute(workflowIdOf(task), spec.update, command, optionsOf(task, contentId));
    });
  }

  /** Domain 4.2: the lead marks a supporting unit unnecessary; the right lies with the lead's task. */
  async waive(request: TaskRequest & { body: NameSupporting }, locale: Locale): Promise<DepartmentTaskDetails> {
    return this.once(request, locale, async () => {
      const { actor, taskId, body } = request;
      const ability = () => 'departmentTask.waiveSupporting';
      const { task, around, grant } = await this.reader.get(actor, taskId, ability, () => ({ reasonGiven: true }));
      // Who has given the matter back, or is done with it, decides nothing about the units beside it any more.
      if (!owesStep(task)) throw new ProblemError('wrongState', { state: task.state });
      const supporting = around.siblings.find(({ id, role }) => id === body.supportingTaskId && role === 'supporting');
      if (!supporting) throw new ProblemError('notFound');
      const by = actorRefOf(actor, grant.role);
      const contentId = requestIdOf(request);
      await this.notes.keep(contentId, supporting, { kind: 'waiver', body: { reason: body.reason }, by });
      const options = optionsOf(supporting, contentId);
      await this.updates.execute(workflowIdOf(supporting), waiveUpdate, { by, contentId }, options);
    });
  }

  /** Domain 4.3: what is done at once, before anybody argues; no clock hangs on it. */
  async recordInterim(request: TaskRequest & { body: RecordInterim }, locale: Locale): Promise<DepartmentTaskDetails> {
    return this.once(request, locale, async () => {
      const ability = () => 'departmentTask.recordInterim';
      // Whoever is in charge keeps the interim duty while a return or a dispute is open; after the end there is none.
      const moments = (reached: TaskRow) => ({ openMatter: owes(reached) });
      const { task, grant } = await this.reader.get(request.actor, request.taskId, ability, moments);
      const by = actorRefOf(request.actor, grant.role);
      await this.notes.keep(requestIdOf(request), task, { kind: 'interim', body: request.body, by, final: true });
    });
  }

  /**
   * Domain 4.5 dispute: what a party, the member or the community says before somebody rules. Nothing moves by it.
   * @throws ProblemError as `DisputeStatements.keep`
   */
  async stateInDispute(
    request: TaskRequest & { body: StateInDispute },
    locale: Locale,
  ): Promise<DepartmentTaskDetails> {
    return this.once(request, locale, async () => {
      const { actor, taskId, body } = request;
      const { task, grant } = await this.reader.get(actor, taskId, () => 'dispute.state');
      const parties = partiesOf(task);
      const post = actor.posts.find(({ departmentId }) => departmentId !== undefined && parties.includes(departmentId));
      const departmentId = grant.scope === 'ownDepartment' ? post?.departmentId : undefined;
      await this.statements.keep(requestIdOf(request), task, { ...body, departmentId }, actorRefOf(actor, grant.role));
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

/** Only a unit of the same matter that still owes something can be waited for. */
function mustBeIdle(task: TaskRow, { siblings }: Surroundings, supportingId: string): void {
  const supporting = siblings.find(({ id, role }) => id === supportingId && role === 'supporting');
  if (!supporting) throw new ProblemError('notFound');
  if (!owes(supporting)) throw new ProblemError('alreadyAnswered', { state: task.state });
}

const owesStep = ({ state }: TaskRow): boolean => OWED_STEP[state as TaskState] !== undefined;

const workflowIdOf = ({ whistleId, id }: TaskRow): string => taskWorkflowId(whistleId, id);

/** The workflow of a round ends with its feedback; then the row is what tells the state. */
function optionsOf(task: TaskRow, updateId: string): UpdateOptions {
  const { state } = task;
  const isOver = !owesStep(task);
  const isGone = state === 'CANCELLED' || state === 'RETURNED';
  return {
    updateId,
    state,
    isBehind: behind(task),
    notFound: isGone ? 'notDispatched' : isOver ? 'alreadyAnswered' : 'wrongState',
  };
}
