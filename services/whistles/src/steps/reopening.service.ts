import type { ReopenWhistle } from '@hsl/contracts/schemas/whistle-steps';
import { followUpWorkflowId } from '@hsl/contracts/workflow-ids';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import { behind, UpdateSender } from '@hsl/temporal/update-sender';
import { reopenUpdate } from '@hsl/workflows/follow-up/follow-up.messages';
import { Injectable } from '@nestjs/common';
import { WhistleReader } from '../matter/whistle-reader.js';
import { StepContents } from './step-content.js';
import { StepTaker, type AllowedStep, type Step, type StepAnswer } from './step-taker.js';

/** A concluded matter is taken up again (domain 4.5): its follow-up decides, and its workflow goes on. */
@Injectable()
export class ReopeningService {
  constructor(
    private readonly taker: StepTaker,
    private readonly contents: StepContents,
    private readonly reader: WhistleReader,
    private readonly updates: UpdateSender,
  ) {}

  /** @throws ProblemError wrongState for one that is not concluded, reopenClosed after thirty days */
  async reopen(step: Step, body: ReopenWhistle): Promise<StepAnswer> {
    return this.takeUp(await this.taker.may(step, 'whistle.reopen', body, () => ({ onBehalfOfSender: true })), body);
  }

  /** The same for one who is known to be let ask for it: the resident too, by the tracking code. */
  async takeUp(allowed: AllowedStep, body: { reason: string }): Promise<StepAnswer> {
    const { row, by, requestId } = allowed;
    const contentId = await this.taker.keep(allowed, 'reopening', body);
    const { conclusions } = row.progress as unknown as Partial<WhistleProgress>;
    const options = { updateId: requestId, state: () => this.reader.stateOf(row), isBehind: behind(row) };
    const command = { by, contentId };
    const workflowId = followUpWorkflowId(row.id, conclusions);
    const taken = await this.contents.during({ subdistrictId: row.subdistrictId, contentId }, () =>
      this.updates.execute(workflowId, reopenUpdate, command, options),
    );
    return { id: row.id, number: row.number, ...taken };
  }
}
