import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { Topic as TopicAnswer, TopicDetails, TopicPage } from '@hsl/contracts/schemas/topics';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ChildWhistleRepository } from '../children/child-whistle.repository.js';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { departmentsOf, isOfUnit, partiesOf, planStateOf } from '../coordination/coordination-parties.js';
import type { CoordinationPlan, Prisma, Topic } from '../generated/prisma/client.js';
import { topicActions } from './topic-actions.js';
import { facet, withFacet } from './topic-facets.js';
import { childrenWithin, waysToTopics } from './topic-scope.js';
import { asOfOf, childView, topicView } from './topic-view.js';
import type { TopicQuery } from './topic-query.js';
import { TopicsRepository } from './topics.repository.js';

const topicKey = z.object({ proposedAt: z.iso.datetime(), id: z.uuid(), endorsements: z.int().optional() });
/** Relations a list applies itself. */
const APPLICABLE = ['referredToDistrict'];

/** What people read of topics (S29, S110). */
@Injectable()
export class TopicsService {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly children: ChildWhistleRepository,
    private readonly communities: CommunitiesRepository,
    private readonly access: AccessService,
  ) {}

  async list(actor: Actor, query: TopicQuery): Promise<TopicPage> {
    const { subdistrictId } = actor;
    const { limit, order = 'newest' } = query;
    const ways = waysToTopics(subdistrictId, this.access.scopes(actor, 'topic.read', APPLICABLE));
    const after = decodeCursor(query.cursor, topicKey);
    const rows = await this.topics.list(subdistrictId, ways, filtersOf(actor, query), { after, limit, order });
    const { items, nextCursor } = pageOf(rows, limit, ({ proposedAt, id, endorsements }) => ({
      proposedAt,
      id,
      endorsements,
    }));
    return { items: await this.views(actor, items), nextCursor };
  }

  /** Rows as the caller sees them. */
  async views(actor: Actor, rows: readonly Topic[]): Promise<TopicAnswer[]> {
    const ids = rows.map(({ id }) => id);
    const open = await this.children.openCounts(actor.subdistrictId, ids, this.visibleChildren(actor));
    return rows.map((row) => topicView(row, open.get(row.id) ?? 0));
  }

  async view(actor: Actor, row: Topic): Promise<TopicAnswer> {
    const [topic] = await this.views(actor, [row]);
    return topic!;
  }

  /** @throws ProblemError notFound, also for a topic the caller may not read */
  async get(actor: Actor, id: string, locale: Locale): Promise<TopicDetails> {
    const { subdistrictId } = actor;
    const row = await this.readable(actor, id);
    const [plan, children] = await Promise.all([
      this.plan(row),
      this.children.childrenOf(subdistrictId, id, this.visibleChildren(actor)),
    ]);
    const names = await this.communities.namesOf(subdistrictId, [...new Set(children.map((one) => one.communityId))]);
    return {
      ...topicView(row, children.filter((child) => child.isOpen).length),
      children: children.map((child) => childView(child, names.get(child.communityId))),
      asOf: asOfOf(children),
      actions: topicActions(this.access, actor, row, locale),
      ...(plan && this.readsPlan(actor, row, plan)
        ? { plan: { state: planStateOf(partiesOf(plan)), version: plan.version } }
        : {}),
    };
  }

  /** @throws ProblemError notFound */
  async existing({ subdistrictId }: Actor, id: string): Promise<Topic> {
    const row = z.uuid().safeParse(id).success ? await this.topics.find(subdistrictId, id) : null;
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  /** @throws ProblemError notFound, also for a topic the caller may not read */
  async readable(actor: Actor, id: string): Promise<Topic> {
    const row = await this.existing(actor, id);
    if (this.readsPublicly(actor, row) && !row.published) throw new ProblemError('notFound');
    return row;
  }

  /** The coordination plan of a topic; not every one has it. */
  plan({ subdistrictId, id }: Topic): Promise<CoordinationPlan | null> {
    return this.topics.plan(subdistrictId, id);
  }

  /** Staff do, and the units that are parties to it (S106). */
  readsPlan(actor: Actor, row: Topic, plan: CoordinationPlan): boolean {
    return isOfUnit(actor, departmentsOf(plan)) || !this.readsPublicly(actor, row);
  }

  /** Whether the caller has no other way to it than everybody. @throws ProblemError notFound if not even that */
  readsPublicly(actor: Actor, row: Topic): boolean {
    const { subdistrictId, communityIds, proposedBy, level } = row;
    const target = { subdistrictId, communityIds, createdBy: proposedBy ?? undefined };
    // People are invited to a session on a topic, not to the topic.
    const relations = { invited: false, referredToDistrict: level === 'district' };
    return this.access.authorize(actor, 'topic.read', target, relations).views.includes('publishedOnly');
  }

  private visibleChildren(actor: Actor): Prisma.ChildWhistleWhereInput {
    return childrenWithin(this.access.scopes(actor, 'whistle.read'));
  }
}

function filtersOf(actor: Actor, query: TopicQuery): Prisma.TopicWhereInput {
  const { state, phase, source, scale, tier, nature, level, track, category, mine } = query;
  return {
    ...{ state, phase, source, scale, tier, nature, level, track, categoryCode: category, planYear: query.year },
    AND: facetsSought(query).map((one) => withFacet(actor.subdistrictId, one)),
    ...(mine === 'true' ? { proposedBy: actor.userId } : {}),
    ...(mine === 'false' ? { OR: [{ proposedBy: null }, { proposedBy: { not: actor.userId } }] } : {}),
  };
}

const facetsSought = ({ community, problemType, strategyTag }: TopicQuery): string[] => [
  ...(community === undefined ? [] : [facet.community(community)]),
  ...(problemType === undefined ? [] : [facet.problemType(problemType)]),
  ...(strategyTag === undefined ? [] : [facet.strategyTag(strategyTag)]),
];
