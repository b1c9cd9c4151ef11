import { AccessService } from '@hsl/access/access.service';
import type { ComingSittings, PublicTopic, PublicTopics, PublicVenues } from '@hsl/contracts/schemas/public-reading';
import type { SessionFormat } from '@hsl/contracts/sessions';
import { modeOf } from '@hsl/domain/sitting-rules';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Topic } from '../generated/prisma/client.js';
import { facet, withFacet } from '../topics/topic-facets.js';
import { topicView } from '../topics/topic-view.js';
import { openingHoursOf } from '../venues/venues.repository.js';

const MOST_LISTED = 100;
const MOST_COMING = 20;

/** What hangs on the notice board of a community, for everybody; who reads it is not asked. */
@Injectable()
export class PublicReading {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
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

  /** Where a community belongs: it says so itself, nobody who asks does. */
  private async subdistrictOf(communityId: string, action: string): Promise<string> {
    const community = await this.database.system.community.findFirst({ where: { communityId } });
    if (!community) throw new ProblemError('notFound');
    const { subdistrictId } = community;
    this.access.authorize(undefined, action, { subdistrictId, communityId });
    return subdistrictId;
  }
}

function lineOf(row: Topic): PublicTopics['items'][number] {
  const { id, title, communityIds, endorsements, phase, state, outcome, proposedAt } = topicView(row, 0);
  return { id, title, communityIds, endorsements, phase, state, outcome, proposedAt };
}
