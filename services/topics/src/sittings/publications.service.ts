import { randomUUID } from 'node:crypto';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { PublishedFilter, PublishedRecord, PublishedRecords } from '@hsl/contracts/schemas/sitting-voices';
import { asInstant } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma, PrismaClient, SessionPublication } from '../generated/prisma/client.js';
import { inCommunities } from '../sessions/session-communities.js';
import { PARTS, SessionsRepository, type SessionRow } from '../sessions/sessions.repository.js';
import { anonymised } from './anonymised.js';
import { factOf } from './sitting-decisions.js';
import { SessionLinks } from './session-links.service.js';
import { SittingDesk } from './sitting-desk.js';
import { SittingMinutes } from './sitting-minutes.service.js';

const MOST_LISTED = 20;

/** What everybody reads of a session that is over (S99, S115). */
@Injectable()
export class Publications {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly sessions: SessionsRepository,
    private readonly desk: SittingDesk,
    private readonly minutes: SittingMinutes,
    private readonly links: SessionLinks,
    private readonly communities: CommunitiesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The record becomes public, with the result in plain words; the communities are told to pass it on.
   * @throws ProblemError notFound, roleNotAllowed, wrongState before the session is over, alreadyPublished
   */
  async publish(actor: Actor, id: string, result: string): Promise<PublishedRecord> {
    const session = await this.desk.session(actor, id);
    const { role } = this.desk.authorize('session.publishRecord', { session, actor, self: undefined });
    if (session.state !== 'HELD') throw new ProblemError('wrongState', { state: session.state });
    const [by, now, { subdistrictId }] = [actorRefOf(actor, role), this.clock.now(), session];
    const publicationId = randomUUID();
    const data = { ...factOf(session, by, now), memberIds: session.memberIds, links: await this.links.of(session) };
    await this.desk.record(
      {
        ...{ table: 'session_publication', id: publicationId, subdistrictId, insert: true, at: now, source: 'topics' },
        decisionId: `publication/${publicationId}#1`,
        patch: {
          session_id: id,
          result: anonymised(result, await this.namesOf(session)),
          published_by: by.userId,
          published_at: asInstant(now),
        },
        timeline: [{ kind: 'published', actorId: by.userId, actorRole: by.role }],
        events: [{ type: 'session.published.v1', subject: id, data }],
      },
      { session_publication_session_id_key: 'alreadyPublished' },
    );
    return this.get(id);
  }

  /** @throws ProblemError notFound unless it was published */
  async get(id: string): Promise<PublishedRecord> {
    const session = await this.sessions.findAnywhere(id);
    const row =
      session && (await this.database.system.sessionPublication.findUnique({ where: { sessionId: session.id } }));
    if (!session || !row) throw new ProblemError('notFound');
    return this.record(session, row);
  }

  /** The newest first, of one matter, topic or community. */
  async list({ whistleId, topicId, communityId }: PublishedFilter): Promise<PublishedRecords> {
    const about = { whistleId, topicId };
    const rows = await (communityId === undefined
      ? newest(this.database.system, { session: about })
      : this.newestIn(communityId, about));
    return { items: await Promise.all(rows.map((row) => this.record(row.session, row))) };
  }

  /** Its tenant is looked for first: indexes of communities and of publications begin with it. */
  private async newestIn(communityId: string, about: Prisma.SessionWhereInput) {
    const subdistrictId = await this.communities.subdistrictOf(communityId);
    if (subdistrictId === undefined) return [];
    const session = { AND: [about, inCommunities(subdistrictId, [communityId])] };
    return newest(this.database.forTenant(subdistrictId), { subdistrictId, session });
  }

  /** Of all its sittings: who came to the first may be named in the second. */
  private async namesOf({ subdistrictId, id: sessionId }: SessionRow): Promise<string[]> {
    const rows = await this.database.forTenant(subdistrictId).participant.findMany({
      where: { sitting: { sessionId }, residentName: { not: null } },
      select: { residentName: true },
    });
    return rows.flatMap(({ residentName }) => residentName ?? []);
  }

  private async record(session: SessionRow, { result, publishedAt }: SessionPublication): Promise<PublishedRecord> {
    const minutes = await this.minutes.of(session);
    const names = await this.namesOf(session);
    const plain = (text: string): string => anonymised(text, names);
    const plainIf = (text: string | undefined) => (text === undefined ? undefined : plain(text));
    const { signatures: _who, scores: _inside, ...record } = minutes;
    return {
      ...{ ...record, topicId: session.topicId ?? undefined, whistleId: session.whistleId ?? undefined },
      ...{ communityIds: session.communityIds, result, publishedAt: publishedAt.toISOString() },
      ...{ problem: plain(minutes.problem), consensus: plainIf(minutes.consensus), agenda: minutes.agenda.map(plain) },
      ...{ dissent: plainIf(minutes.dissent), nextStep: plainIf(minutes.nextStep) },
      opinions: minutes.opinions.map(({ seat, isDissent, text, at }) => ({ seat, isDissent, text: plain(text), at })),
      motions: minutes.motions.map((motion) => ({ ...motion, text: plain(motion.text) })),
      links: await this.links.of(session),
    };
  }
}

const newest = (db: Pick<PrismaClient, 'sessionPublication'>, where: Prisma.SessionPublicationWhereInput) =>
  db.sessionPublication.findMany({
    where,
    include: { session: { include: PARTS } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: MOST_LISTED,
  });
