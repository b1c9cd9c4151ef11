import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { TopicCounts, TopicHistory, TopicPlan } from '@hsl/contracts/schemas/topic-steps';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { topicCounts } from './topic-counts.js';
import { topicHistory } from './topic-history.js';
import { topicsWithin } from './topic-scope.js';
import { TopicsRepository } from './topics.repository.js';
import { TopicsService } from './topics.service.js';

const YEAR_MS = 365 * 86_400_000;

/** Plan, counts and history, of the topics the caller may read. */
@Injectable()
export class TopicReportsService {
  constructor(
    private readonly access: AccessService,
    private readonly topics: TopicsRepository,
    private readonly reading: TopicsService,
    private readonly communities: CommunitiesRepository,
    private readonly clock: Clock,
  ) {}

  /** Both scales of a year, the earliest planned first (S11, S29). */
  async plan(actor: Actor, year: number): Promise<TopicPlan> {
    const rows = await this.topics.planned(actor.subdistrictId, this.within(actor), year);
    const items = await this.reading.views(actor, rows);
    const of = (scale: string) => items.filter((topic) => topic.scale === scale);
    const [developmentMajor, keyMinor] = [of('developmentMajor'), of('keyMinor')];
    const share = (part: readonly unknown[]): number => part.length / items.length;
    const shares = { developmentMajor: share(developmentMajor), keyMinor: share(keyMinor) };
    return { year, developmentMajor, keyMinor, ...(items.length === 0 ? {} : { shares }) };
  }

  /**
   * Counts of what was proposed in the period.
   * @param query ISO 8601; `to` now and `from` a year before it if absent
   */
  async counts(actor: Actor, query: { from?: string; to?: string }): Promise<TopicCounts> {
    const { subdistrictId } = actor;
    const to = new Date(query.to ?? this.clock.now() + 1);
    const from = new Date(query.from ?? to.getTime() - YEAR_MS);
    const [rows, tags] = await Promise.all([
      this.topics.proposedBetween(subdistrictId, this.within(actor), from, to),
      this.topics.activeTags(subdistrictId),
    ]);
    const communityIds = [...new Set(rows.flatMap((row) => row.communityIds))];
    const communities = await this.communities.namesOf(subdistrictId, communityIds);
    return { from: from.toISOString(), to: to.toISOString(), ...topicCounts(rows, { tags, communities }) };
  }

  /** Steps, reasons and findings, for staff. @throws ProblemError notFound, roleNotAllowed */
  async history(actor: Actor, id: string): Promise<TopicHistory> {
    const row = await this.reading.readable(actor, id);
    // Whoever may read it because everybody may reads what everybody may: the topic, not who said what about it.
    if (this.reading.readsPublicly(actor, row)) throw new ProblemError('roleNotAllowed');
    const [entries, notes] = await this.topics.history(row.subdistrictId, row.id);
    return { items: topicHistory(entries, notes) };
  }

  private within(actor: Actor) {
    return topicsWithin(actor.subdistrictId, this.access.scopes(actor, 'topic.read', ['referredToDistrict']));
  }
}
