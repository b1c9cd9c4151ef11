import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { CoordinationPlan, Prisma, TimelineEntry, Topic, TopicNote } from '../generated/prisma/client.js';
import type { Counted } from './topic-counts.js';

/** Of one topic; the first of them. */
const MOST_STEPS = 500;
/** Of one year: many times what a subdistrict can take on. */
const MOST_PLANNED = 500;

/** The last row of the page before; `endorsements` only of a list ordered by them. */
export interface TopicKey {
  proposedAt: string;
  id: string;
  endorsements?: number;
}
export type TopicOrder = 'newest' | 'endorsements';

@Injectable()
export class TopicsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  find(subdistrictId: string, id: string): Promise<Topic | null> {
    return this.database.forTenant(subdistrictId).topic.findFirst({ where: { subdistrictId, id } });
  }

  /** Its coordination plan; not every topic has one. */
  plan(subdistrictId: string, topicId: string): Promise<CoordinationPlan | null> {
    return this.database.forTenant(subdistrictId).coordinationPlan.findFirst({ where: { subdistrictId, topicId } });
  }

  /**
   * One row more than `limit`, if there is one. The newest, or the most endorsed (S38), first. Each of the ways in is walked
   * by itself, since no index answers an OR of them in the order of the list.
   */
  async list(
    subdistrictId: string,
    ways: readonly Prisma.TopicWhereInput[],
    filter: Prisma.TopicWhereInput,
    { after, limit, order }: { after?: TopicKey; limit: number; order: TopicOrder },
  ): Promise<Topic[]> {
    const walks = ways.map((way) =>
      this.database.forTenant(subdistrictId).topic.findMany({
        where: { subdistrictId, AND: [way, filter, ...(after ? [behind(after, order)] : [])] },
        orderBy:
          order === 'newest' ? [{ proposedAt: 'desc' }, { id: 'desc' }] : [{ endorsements: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      }),
    );
    return merged(await Promise.all(walks), order).slice(0, limit + 1);
  }

  /** The plan of a year, in the order of planning. */
  planned(subdistrictId: string, within: Prisma.TopicWhereInput, planYear: number): Promise<Topic[]> {
    return this.database.forTenant(subdistrictId).topic.findMany({
      where: { subdistrictId, planYear, AND: [within] },
      orderBy: [{ solvingAt: 'asc' }, { id: 'asc' }],
      take: MOST_PLANNED,
    });
  }

  /** What is counted, of those proposed in [from, to). */
  proposedBetween(subdistrictId: string, within: Prisma.TopicWhereInput, from: Date, to: Date): Promise<Counted[]> {
    return this.database.forTenant(subdistrictId).topic.findMany({
      where: { subdistrictId, proposedAt: { gte: from, lt: to }, AND: [within] },
      select: {
        ...{ state: true, source: true, scale: true, tier: true, track: true, level: true, nature: true },
        ...{ outcome: true, problemTypes: true, strategyTags: true, communityIds: true },
      },
    });
  }

  /** Titles of the active strategy tags, by id. */
  async activeTags(subdistrictId: string): Promise<Map<string, string>> {
    const rows = await this.database.forTenant(subdistrictId).registerEntry.findMany({
      where: { subdistrictId, register: 'strategyTag', state: 'ACTIVE' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, facts: true },
    });
    return new Map(rows.map(({ id, facts }) => [id, (facts as { title: string }).title]));
  }

  history(subdistrictId: string, topicId: string): Promise<[TimelineEntry[], TopicNote[]]> {
    const tenant = this.database.forTenant(subdistrictId);
    return Promise.all([
      tenant.timelineEntry.findMany({
        where: { subdistrictId, aggregateId: topicId },
        orderBy: { position: 'asc' },
        take: MOST_STEPS,
      }),
      tenant.topicNote.findMany({ where: { subdistrictId, topicId }, orderBy: { version: 'asc' }, take: MOST_STEPS }),
    ]);
  }
}

function behind(key: TopicKey, order: TopicOrder): Prisma.TopicWhereInput {
  if (order === 'newest') return beyond('proposedAt', key);
  const { endorsements = 0, id } = key;
  return {
    endorsements: { lte: endorsements },
    OR: [{ endorsements: { lt: endorsements } }, { endorsements, id: { lt: id } }],
  };
}

/** Of lists in one order, what stands in any of them, once. */
function merged(lists: readonly Topic[][], order: TopicOrder): Topic[] {
  if (lists.length === 1) return lists[0]!;
  const rank = ({ proposedAt, endorsements }: Topic) => (order === 'newest' ? proposedAt.getTime() : endorsements);
  const byId = new Map(lists.flat().map((row) => [row.id, row]));
  return [...byId.values()].toSorted((one, other) => rank(other) - rank(one) || (one.id < other.id ? 1 : -1));
}
