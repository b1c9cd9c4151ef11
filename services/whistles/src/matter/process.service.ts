import { deadlinesOf, rungOf } from '@hsl/contracts/clock-answers';
import type { CheckInView, ProcessView, TaskView } from '@hsl/contracts/process-view';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import { checkInWorkflowId, followUpWorkflowId, taskWorkflowId, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { toIso } from '@hsl/contracts/instants';
import { ProblemError } from '@hsl/platform/problem.error';
import { UpdateSender } from '@hsl/temporal/update-sender';
import { checkInQuery } from '@hsl/workflows/check-in/check-in.messages';
import { taskQuery } from '@hsl/workflows/department-task/department-task.messages';
import { followUpQuery } from '@hsl/workflows/follow-up/follow-up.messages';
import { processQuery } from '@hsl/workflows/whistle/whistle.messages';
import { Injectable } from '@nestjs/common';
import { WhistleStarter } from '../starter/whistle-starter.js';
import { AFTER_THE_ROAD, matchesRow } from './row-match.js';
import type { WhistleRow } from './whistle.repository.js';

/** How long the whole answer waits for one of its parts. */
const PART_TIMEOUT_MS = 2_000;
const UNHEARD: ReadonlySet<string> = new Set(['notFound', 'temporalUnavailable']);

/** Asks the running workflows themselves: stage, who is waited for since when, every clock, the next rung (S119). */
@Injectable()
export class ProcessService {
  constructor(
    private readonly updates: UpdateSender,
    private readonly starter: WhistleStarter,
  ) {}

  /** @throws ProblemError temporalUnavailable */
  async of(row: WhistleRow) {
    await this.starter.ensureStarted(row.id);
    const view = await this.updates.query(whistleWorkflowId(row.id), processQuery);
    const [checkIn, tasks, followUp] = await Promise.all([
      row.state === 'BLOWN' ? undefined : orUnheard(this.checkIn(row.id)),
      Promise.all(view.tasks.map((task) => orUnheard(this.task(row.id, task.taskId)))),
      AFTER_THE_ROAD.includes(row.state) ? orUnheard(this.followUp(row)) : undefined,
    ]);
    return {
      workflowId: whistleWorkflowId(row.id),
      ...shown(view),
      checkIn,
      tasks: tasks.filter((task) => task !== undefined),
      followUp,
      matchesRow: matchesRow(view, row),
    };
  }

  private async checkIn(id: string) {
    const view: CheckInView = await this.updates.query(checkInWorkflowId(id), checkInQuery, PART_TIMEOUT_MS);
    const asked = view.asked.map((one) => ({ ...one, dueAt: toIso(one.dueAt) }));
    return { ...view, asked, nextRung: rungOf(view.nextRung) };
  }

  private async task(id: string, taskId: string) {
    const view: TaskView = await this.updates.query(taskWorkflowId(id, taskId), taskQuery, PART_TIMEOUT_MS);
    const rungsFired = view.rungsFired.map((rung) => ({ ...rung, at: toIso(rung.at) }));
    return { ...view, deadlines: deadlinesOf(view.deadlines), nextRung: rungOf(view.nextRung), rungsFired };
  }

  private async followUp({ id, progress }: WhistleRow) {
    const { conclusions } = progress as unknown as Partial<WhistleProgress>;
    const view = await this.updates.query(followUpWorkflowId(id, conclusions), followUpQuery, PART_TIMEOUT_MS);
    return { ...view, lookBacks: view.lookBacks.map((one) => ({ ...one, dueAt: toIso(one.dueAt) })) };
  }
}

/** A part that was decided on a moment ago may not run yet, and one whose service is down cannot answer now. */
async function orUnheard<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && UNHEARD.has(error.code)) return undefined;
    throw error;
  }
}

const shown = ({ since, deadlines, nextRung, ...rest }: ProcessView) => ({
  ...rest,
  since: since === undefined ? undefined : toIso(since),
  deadlines: deadlinesOf(deadlines),
  nextRung: rungOf(nextRung),
});
