import { AccessService } from '@hsl/access/access.service';
import type { ComingSittings, PublicTopic, PublicTopics, PublicVenues } from '@hsl/contracts/schemas/public-reading';
import type { SessionFormat } from '@hsl/contracts/sessions';
import { modeOf } from '@hsl/domain/sitting-rules';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma, Topic } from '../generated/prisma/client.js';
import { facet, withFacet } from '../topics/topic-facets.js';
import { topicView } from '../topics/topic-view.js';
import { openingHoursOf } from '../venues/venues.repository.js';

const MOST_LISTED = 100;
const MOST_COMING = 20;
/** What the board shows of a topic: of a hundred whole rows most would be thrown away. */
const LINE = {
  ...{ id: true, title: true, communityIds: true, endorsements: true },
  ...{ phase: true, state: true, outcome: true, proposedAt: true },
} as const satisfies Prisma.TopicSelect;

/** What hangs on the notice board of a community, for everybody; who reads it is not asked. */
@Injectable()
export class PublicReading {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly communities: CommunitiesRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Closed ones too: what came of them is what people want to read. @throws ProblemError notFound */
  async topics(communityId: string): Promise<PublicTopics> {
    const subdistrictId = await this.subdistrictOf(communityId, 'topic.read');
    const rows = await this.database.forTenant(subdistrictId).topic.findMany({
      where: { subdistrictId, published: true, ...withFacet(subdistrictId, facet.community(communityId)) },
      orderBy: [{ endorsements: 'desc' }, { id: 'desc' }],
      take: MOST_LISTED,
      select: LINE,
    });
    return { items: rows.map(lineOf) };
  }

  /** @throws ProblemError notFound, also for a topic that is not public */
  async topic(id: string): Promise<PublicTopic> {
    const isId = z.uuid().safeParse(id).success;
    const row = isId ? await this.database.system.topic.findFirst({ where: { id, published: true } }) : null;
    if (!row) throw new ProblemError('notFound');
    const { subdistrictId, communityIds } = row;
    this.access.authorize(undefined, 'topic.read', { subdistrictId, communityIds });
    const phases = topicView(row, 0).phases.map(({ phase, at }) => ({ phase, at }));
    return { ...lineOf(row), problem: row.problem, phases };
  }

  /** @throws ProblemError notFound */
  async venues(communityId: string): Promise<PublicVenues> {
    const subdistrictId = await this.subdistrictOf(communityId, 'venue.read');
    const rows = await this.database.forTenant(subdistrictId).venue.findMany({
      where: { subdistrictId, active: true, OR: [{ communityId }, { communityId: null }] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST_LISTED,
    });
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: row.name,
        address: row.address,
        openingHours: openingHoursOf(row),
      })),
    };
  }

  /** Of open sittings only; the link and the guests are for who takes part. @throws ProblemError notFound */
  async coming(communityId: string): Promise<ComingSittings> {
    const subdistrictId = await this.subdistrictOf(communityId, 'session.read');
    const rows = await this.database.forTenant(subdistrictId).sitting.findMany({
      where: {
        ...{ subdistrictId, openToAll: true, endsAt: { gt: new Date(this.clock.now()) } },
        session: { state: 'CONVENED', communityIds: { has: communityId } },
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: MOST_COMING,
    });
    return {
      items: rows.map(({ sessionId, format, startsAt, endsAt, agenda }) => ({
        ...{ sessionId, format: format as SessionFormat, mode: modeOf(format as SessionFormat), agenda },
        ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
      })),
    };
  }

  private async subdistrictOf(communityId: string, action: string): Promise<string> {
    const subdistrictId = await this.communities.subdistrictOf(communityId);
    if (subdistrictId === undefined) throw new ProblemError('notFound');
    this.access.authorize(undefined, action, { subdistrictId, communityId });
    return subdistrictId;
  }
}

type Line = PublicTopics['items'][number];

/** Named one by one: a whole row holds who proposed it. The codes are texts in the table, written from the same unions. */
function lineOf(row: Pick<Topic, keyof typeof LINE>): Line {
  const { id, title, communityIds, endorsements } = row;
  return {
    ...{ id, title, communityIds, endorsements, proposedAt: row.proposedAt.toISOString() },
    phase: row.phase as Line['phase'],
    state: row.state as Line['state'],
    outcome: (row.outcome as Line['outcome'] | null) ?? undefined,
  };
}
