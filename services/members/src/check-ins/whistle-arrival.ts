import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { CheckInDecision } from '@hsl/workflows/check-in/check-in.activities';
import { checkedInSignal, type CheckedIn } from '@hsl/workflows/whistle/whistle.messages';
import { Injectable, Logger } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/common';

/** Less than a local activity may take, so that its attempt ends with the reason and not with a time-out. */
const SIGNAL_TIMEOUT_MS = 5_000;

/** Tells the whistle's workflow that somebody has come, or that the liaison officer stands in. */
@Injectable()
export class WhistleArrival {
  private readonly logger = new Logger(WhistleArrival.name);

  constructor(private readonly temporal: TemporalClient) {}

  /**
   * Does nothing for a decision that is no arrival. May tell the same arrival twice; the workflow hears the first only.
   * @throws if Temporal cannot be reached: the decision is then recorded again, which changes nothing, and told again
   */
  async tell({ whistleId, fact }: CheckInDecision): Promise<void> {
    if (fact.type === 'claimed' || (fact.type === 'confirmed' && fact.first)) {
      await this.signal(whistleId, { memberId: fact.memberId, substituted: false });
    }
    if (fact.type === 'substituted') await this.signal(whistleId, { substituted: true });
  }

  private async signal(whistleId: string, arrival: CheckedIn): Promise<void> {
    const handle = this.temporal.workflow.getHandle(whistleWorkflowId(whistleId));
    try {
      await this.temporal.bounded(() => handle.signal(checkedInSignal, arrival), SIGNAL_TIMEOUT_MS);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      this.logger.warn(`whistle ${whistleId} has ended and was not told of an arrival`);
    }
  }
}
