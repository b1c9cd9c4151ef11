import { randomUUID } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { ProblemCode } from '@hsl/contracts/problem-codes';
import type { Role } from '@hsl/contracts/roles';
import type { ProposeTopic, Topic } from '@hsl/contracts/schemas/topics';
import type { Decision } from '@hsl/database/decision';
import { bodyHashOf } from '@hsl/database/idempotent-request';
import { recordDecision, recordRequest } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { CategoriesRepository } from '../categories/categories.repository.js';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { proposalOf } from './topic-birth.js';

/** Takes proposals of members and communities (S107, S108). */
@Injectable()
export class TopicProposalService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly categories: CategoriesRepository,
    private readonly communities: CommunitiesRepository,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the topic and its event in one statement.
   * @param key the caller's Idempotency-Key: the same key with the same body is answered the same again
   * @throws ProblemError for a community that is not the caller's, names that do not exist, a key used with another body
   */
  async propose(actor: Actor, body: ProposeTopic, key: string | undefined): Promise<Topic> {
    const role = this.roleFor(actor, body.communityIds);
    await this.checkNames(actor.subdistrictId, body);
    const proposedBy = { userId: actor.userId, role };
    const { subdistrictId } = actor;
    const { decision, answer } = proposalOf({
      ...body,
      id: randomUUID(),
      subdistrictId,
      proposedBy,
      at: this.clock.now(),
    });
    const topic = await this.record(actor, decision, answer, key === undefined ? undefined : { key, body });
    this.relay.kick();
    return topic;
  }

  /** A topic of several communities asks the right for each of them: one's own does not open the others. */
  private roleFor(actor: Actor, communityIds: readonly string[]): Role {
    const { subdistrictId } = actor;
    const { role } = this.access.authorize(actor, 'topic.propose', { subdistrictId, subdistrictWide: true });
    for (const communityId of communityIds) {
      this.access.authorize(actor, 'topic.propose', { subdistrictId, communityId });
    }
    return role;
  }

  private async checkNames(subdistrictId: string, { categoryCode, communityIds }: ProposeTopic): Promise<void> {
    if (!(await this.categories.isActive(subdistrictId, categoryCode)))
      throw unknown('unknownCategory', 'categoryCode');
    const known = await this.communities.namesOf(subdistrictId, communityIds);
    const index = communityIds.findIndex((id) => !known.has(id));
    if (index >= 0) throw unknown('unknownCommunity', `communityIds.${index}`);
  }

  private async record(
    actor: Actor,
    decision: Decision,
    answer: Topic,
    request: { key: string; body: ProposeTopic } | undefined,
  ): Promise<Topic> {
    const pool = this.database.pool(actor.subdistrictId);
    if (!request) {
      await recordDecision(pool, decision);
      return answer;
    }
    const { key, body } = request;
    const identity = { requesterId: actor.userId, key, bodyHash: bodyHashOf(body) };
    const stored = await recordRequest(pool, decision, { ...identity, status: 201, body: answer });
    return stored.body as Topic;
  }
}

const unknown = (code: ProblemCode, field: string): ProblemError =>
  new ProblemError(code, { errors: [{ field, code, message: code }] });
