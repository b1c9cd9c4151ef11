import { randomUUID } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { ProblemCode } from '@hsl/contracts/problem-codes';
import type { Role } from '@hsl/contracts/roles';
import type { NominateTopic } from '@hsl/contracts/schemas/topic-steps';
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
import { birthOf, type NewTopic } from './topic-birth.js';
import { topicView } from './topic-view.js';

/** Takes topics of members, communities and the leadership (S107 to S109). */
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
  propose(actor: Actor, body: ProposeTopic, key: string | undefined): Promise<Topic> {
    return this.bring(actor, this.roleFor(actor, body.communityIds), body, { key, body });
  }

  /** Set by the leadership, straight into the plan (S109). @throws ProblemError as `propose` does */
  nominate(actor: Actor, body: NominateTopic, key: string | undefined): Promise<Topic> {
    const { planYear, memberIds, reason, ...topic } = body;
    const { role } = this.access.authorize(actor, 'topic.nominate', { subdistrictId: actor.subdistrictId });
    return this.bring(actor, role, { ...topic, nominated: { planYear, memberIds, reason } }, { key, body });
  }

  private async bring(
    actor: Actor,
    role: Role,
    topic: ProposeTopic & Pick<NewTopic, 'nominated'>,
    { key, body }: { key: string | undefined; body: object },
  ): Promise<Topic> {
    const { subdistrictId, userId } = actor;
    await this.checkNames(subdistrictId, topic);
    const born = { id: randomUUID(), subdistrictId, proposedBy: { userId, role }, at: this.clock.now() };
    const { decision, row } = birthOf({ ...topic, ...born });
    const request = key === undefined ? undefined : { key, body };
    const answer = await this.record(actor, decision, topicView(row, 0), request);
    this.relay.kick();
    return answer;
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
    request: { key: string; body: object } | undefined,
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
