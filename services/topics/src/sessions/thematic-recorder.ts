import type { ActorRef } from '@hsl/contracts/roles';
import type { CloseSession } from '@hsl/contracts/schemas/sessions';
import { VersionConflict, type Decision } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { changeOf } from '../topics/topic-change.js';
import { isStepOpen, stepPatch, TOPIC_STEPS } from '../topics/topic-steps.js';
import type { SessionRow } from './sessions.repository.js';

/** Writes what was decided on a thematic session, which has no workflow: its row is the authority. */
@Injectable()
export class ThematicRecorder {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly relay: OutboxRelay,
  ) {}

  /**
   * The session with its minutes and, if the topic waits for it, what people came to on the topic; all or nothing.
   * @throws ProblemError sessionNotOpen if somebody else was faster
   */
  async held(session: SessionRow, decision: Decision, body: CloseSession, by: ActorRef): Promise<void> {
    const { subdistrictId, topicId } = session;
    try {
      await this.database.transaction(subdistrictId, async (client) => {
        await recordDecision(client, decision);
        // Nobody changes the topic between reading and recording.
        await client.query('SELECT FROM topic WHERE id = $1 FOR UPDATE', [topicId]);
        const deliberated = await this.topicDecision(session, decision.at, body, by);
        if (deliberated) await recordDecision(client, deliberated);
      });
      this.relay.kick();
    } catch (error) {
      if (error instanceof VersionConflict) throw new ProblemError('sessionNotOpen', { cause: error });
      throw error;
    }
  }

  /** Domain 4.1: SURVEYED → DELIBERATED; a topic that does not stand there is left alone. */
  private async topicDecision(
    { subdistrictId, topicId }: SessionRow,
    at: number,
    { outcome, consensus, nextStep }: CloseSession,
    by: ActorRef,
  ): Promise<Decision | undefined> {
    const step = TOPIC_STEPS.deliberate;
    const where = { subdistrictId, id: topicId ?? undefined };
    const row = topicId === null ? null : await this.database.forTenant(subdistrictId).topic.findFirst({ where });
    if (!row || !isStepOpen(step, row)) return undefined;
    const words = consensus ?? nextStep;
    const patch = stepPatch(step, row, { consensus: outcome }, by.userId, at);
    return changeOf({ row, change: step.change, patch, by, at, words, details: { consensus: outcome } });
  }
}
