import { actorRefOf, type Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { MoveTopic, TagTopic } from '@hsl/contracts/schemas/topic-steps';
import type { Topic as TopicAnswer } from '@hsl/contracts/schemas/topics';
import { VersionConflict, type Decision } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Topic } from '../generated/prisma/client.js';
import { changeOf } from './topic-change.js';
import { isStepOpen, moveAction, stepPatch, type StepBody, type TopicStep } from './topic-steps.js';
import { TopicsRepository } from './topics.repository.js';
import { TopicsService } from './topics.service.js';

/** What is done to a topic after its birth (S3, S4, S29, S31, S36, S58, S78, S110). */
@Injectable()
export class TopicStepsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly topics: TopicsRepository,
    private readonly reading: TopicsService,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, roleNotAllowed, separationOfDuties, wrongState with the state */
  async take(actor: Actor, id: string, step: TopicStep, body: StepBody): Promise<TopicAnswer> {
    const row = await this.reading.existing(actor, id);
    const { state, proposedBy } = row;
    const { role } = this.access.authorize(actor, step.action, targetOf(row), {
      ...{ state, notProposer: proposedBy !== actor.userId, reasonGiven: body.reason !== undefined },
      ...{ problemNamed: true, outcomeGiven: body.consensus !== undefined },
    });
    if (!isStepOpen(step, row)) throw new ProblemError('wrongState', { state });
    const at = this.clock.now();
    const patch = stepPatch(step, row, body, actor.userId, at);
    const by = actorRefOf(actor, role);
    return this.record(
      actor,
      row,
      changeOf({ row, change: step.change, patch, by, at, words: step.words(body), details: codesOf(body) }),
    );
  }

  /** @throws ProblemError notFound, roleNotAllowed, unknownStrategyTag */
  async tag(actor: Actor, id: string, tags: TagTopic): Promise<TopicAnswer> {
    const row = await this.reading.existing(actor, id);
    const { role } = this.access.authorize(actor, 'topic.tag', targetOf(row));
    const { strategyTags = [] } = tags;
    const active = await this.topics.activeTags(row.subdistrictId);
    const added = strategyTags.filter((tag) => !row.strategyTags.includes(tag));
    if (added.some((tag) => !active.has(tag))) throw new ProblemError('unknownStrategyTag');
    const [by, at] = [actorRefOf(actor, role), this.clock.now()];
    return this.record(actor, row, changeOf({ row, change: 'tag', patch: tags, by, at, details: tags }));
  }

  /** One level up or down, with the reason (S31). @throws ProblemError notFound, roleNotAllowed, reasonMissing, wrongState */
  async move(actor: Actor, id: string, { to, reason }: MoveTopic): Promise<TopicAnswer> {
    const row = await this.reading.existing(actor, id);
    const { level, state } = row;
    const action = moveAction(level, to);
    if (!action) throw new ProblemError('wrongState', { state: level });
    const { role } = this.access.authorize(actor, action, targetOf(row), {
      ...{ toLevel: to, reasonGiven: true, referredToDistrict: level === 'district' },
    });
    if (state === 'CLOSED') throw new ProblemError('wrongState', { state });
    const details = { fromLevel: level, toLevel: to };
    const [by, at] = [actorRefOf(actor, role), this.clock.now()];
    return this.record(
      actor,
      row,
      changeOf({ row, change: 'level', patch: { level: to }, by, at, words: reason, details }),
    );
  }

  private async record(actor: Actor, row: Topic, decision: Decision): Promise<TopicAnswer> {
    try {
      await recordDecision(this.database.pool(row.subdistrictId), decision);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      const now = await this.topics.find(row.subdistrictId, row.id);
      throw new ProblemError('wrongState', { state: now?.state, cause: error });
    }
    this.relay.kick();
    return this.reading.view(actor, await this.reading.existing(actor, row.id));
  }
}

const targetOf = ({ subdistrictId, communityIds, memberIds }: Topic) => ({ subdistrictId, communityIds, memberIds });

const codesOf = ({ planYear, consensus, outcome }: StepBody) => ({ planYear, consensus, outcome });
