import { VersionConflict, type Decision } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** Writes what was decided on a thematic session, which has no workflow: its row is the authority. */
@Injectable()
export class ThematicRecorder {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly relay: OutboxRelay,
  ) {}

  /** @throws ProblemError sessionNotOpen if somebody else was faster */
  async record(decision: Decision): Promise<void> {
    try {
      await recordDecision(this.database.pool(decision.subdistrictId), decision);
      this.relay.kick();
    } catch (error) {
      if (error instanceof VersionConflict) throw new ProblemError('sessionNotOpen', { cause: error });
      throw error;
    }
  }
}
