import { actorRefOf, type Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { ReportLookBack } from '@hsl/contracts/schemas/whistles';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import { followUpWorkflowId } from '@hsl/contracts/workflow-ids';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { behind, UpdateSender } from '@hsl/temporal/update-sender';
import { reportLookBackUpdate } from '@hsl/workflows/follow-up/follow-up.messages';
import { Injectable } from '@nestjs/common';
import { factsOf, targetOf } from '../matter/whistle-facts.js';
import { WhistleRepository } from '../matter/whistle.repository.js';
import { requestIdOf } from '@hsl/database/request-id';
import { StepContents } from '../steps/step-content.js';

/** Somebody goes to see whether the result holds, and says so (S64). */
@Injectable()
export class LookBacksService {
  constructor(
    private readonly repository: WhistleRepository,
    private readonly access: AccessService,
    private readonly contents: StepContents,
    private readonly updates: UpdateSender,
    private readonly clock: Clock,
  ) {}

  /**
   * @param id of the whistle that is watched, or its number
   * @throws ProblemError lookBackNotDue before its day, alreadyAnswered after a report
   */
  async report(actor: Actor, id: string, sequence: number, body: ReportLookBack, key: string | undefined) {
    const row = await this.repository.find(actor.subdistrictId, id);
    const lookBack = row?.lookBacks.find((one) => one.sequence === sequence);
    if (!row || !lookBack) throw new ProblemError('notFound');
    const now = this.clock.now();
    const grant = this.access.authorize(actor, 'lookBack.report', targetOf(row), factsOf(row, actor, now));
    if (lookBack.state !== 'SCHEDULED') throw new ProblemError('alreadyAnswered', { state: lookBack.state });
    if (lookBack.dueAt.getTime() > now) throw new ProblemError('lookBackNotDue', { state: row.state });
    const requestId = requestIdOf(actor, `lookBack.${sequence}`, row.id, body, key);
    const { subdistrictId, id: whistleId } = row;
    const draft = { subdistrictId, whistleId, kind: 'lookBack', body, createdBy: actor.userId, requestId } as const;
    const contentId = await this.contents.keep(draft);
    const command = { by: actorRefOf(actor, grant.role), sequence, result: body.result, contentId };
    const options = {
      updateId: requestId,
      notFound: 'lookBackNotDue',
      state: row.state,
      isBehind: behind(row),
    } as const;
    const { conclusions } = row.progress as unknown as Partial<WhistleProgress>;
    const workflowId = followUpWorkflowId(whistleId, conclusions);
    const taken = await this.contents.during({ subdistrictId, contentId }, () =>
      this.updates.execute(workflowId, reportLookBackUpdate, command, options),
    );
    return { id: whistleId, number: row.number, sequence, result: body.result, ...taken };
  }
}
