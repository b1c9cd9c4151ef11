import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { EndorseTopic, TopicEndorsed } from '@hsl/contracts/schemas/topic-voices';
import { asInstant } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { PublicTopics } from './public-topics.js';

const TOKEN_BYTES = 18;

/** A resident wants a topic too, once (S38). */
@Injectable()
export class Endorsements {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly topics: PublicTopics,
    private readonly clock: Clock,
  ) {}

  /**
   * The same person or phone a second time is answered the same and counted once. A phone is known by a token it got
   * here the first time; only its hash is kept.
   * @throws ProblemError notFound, also for a topic that is not public
   */
  async endorse(actor: Actor | undefined, topicId: string, body: EndorseTopic): Promise<TopicEndorsed> {
    const target = await this.topics.targetOf(topicId);
    this.access.authorize(actor, 'topic.endorse', target);
    const deviceToken = body.deviceToken ?? randomBytes(TOKEN_BYTES).toString('base64url');
    const endorser = actor ? `user ${actor.userId}` : `device ${deviceToken}`;
    const endorsements = await this.count(target.subdistrictId, topicId, endorser);
    return { topicId, endorsements, ...(actor ? {} : { deviceToken }) };
  }

  /** One statement: who lost the race to the same endorsement adds nothing, and reads the count at least once more. */
  private async count(subdistrictId: string, topicId: string, endorser: string): Promise<number> {
    const hash = createHash('sha256').update(`${topicId} ${endorser}`).digest('hex');
    const rows = await this.database.query<{ endorsements: number }>(
      subdistrictId,
      `WITH added AS (
        INSERT INTO topic_endorsement (subdistrict_id, topic_id, endorser_hash, endorsed_at)
        VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING topic_id
      ), counted AS (
        UPDATE topic SET endorsements = endorsements + 1 WHERE id IN (SELECT topic_id FROM added)
        RETURNING endorsements
      )
      SELECT endorsements FROM counted
      UNION ALL SELECT endorsements FROM topic WHERE id = $2 AND NOT EXISTS (SELECT FROM added)`,
      [subdistrictId, topicId, hash, asInstant(this.clock.now())],
    );
    return rows[0]?.endorsements ?? 0;
  }
}
