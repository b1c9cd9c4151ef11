import { AfterDecision } from './after-decision.js';
import { recordDecision } from '@hsl/database/record-decision';
import type { WhistleActivities, WhistleDecision } from '@hsl/workflows/whistle/whistle.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { ReboundBirth } from './rebound-birth.js';
import { rowDecisionOf } from './row-decision.js';
import { UnchangingFacts } from './unchanging-facts.js';

/** Writes down what the workflows decide: one statement for row, timeline, outbox and whatever else belongs to it. */
@Injectable()
export class WhistleRecorder implements WhistleActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly unchanging: UnchangingFacts,
    private readonly rebound: ReboundBirth,
    private readonly after: AfterDecision,
  ) {}

  /**
   * Idempotent: a repeat after a lost answer finds its own decision and changes nothing. What an attempt left that died
   * before its workflow could remember it gives way: what version N was is the workflow's to say.
   */
  async recordWhistleDecision(decision: WhistleDecision): Promise<void> {
    const { whistleId: id, subdistrictId, at, fact } = decision;
    const whistle = await this.unchanging.of(subdistrictId, id);
    if (fact.type === 'lookBackReported' && fact.reboundWhistleId) {
      await this.rebound.blow(id, fact.reboundWhistleId, subdistrictId, decision.by, at);
    }
    await recordDecision(this.database.pool(subdistrictId), rowDecisionOf(decision, whistle));
    this.after.decision(fact);
  }
}
