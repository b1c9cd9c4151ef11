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
import { heldIn } from './held-in.js';
import { SessionLinks } from './session-links.service.js';
import { factOf } from './sitting-decisions.js';
import { SittingDesk } from './sitting-desk.js';
import { SittingRecords, type SittingRecord } from './sitting-records.js';

const MOST_LISTED = 20;

/** What everybody reads of a session that is over (S99, S115). */
@Injectable()
export class Publications {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly sessions: SessionsRepository,
    private readonly desk: SittingDesk,
    private readonly sittings: SittingRecords,
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
          result: anonymised(
            result,
            (await this.namesOf(subdistrictId, [id])).map(({ name }) => name),
          ),
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
    const [record] = await this.records([{ ...row, session }]);
    return record!;
  }

  /** The newest first, of one matter, topic or community. */
  async list({ whistleId, topicId, communityId }: PublishedFilter): Promise<PublishedRecords> {
    const about = { whistleId, topicId };
    const rows = await (communityId === undefined
      ? newest(this.database.system, { session: about })
      : this.newestIn(communityId, about));
    return { items: await this.records(rows) };
  }

  /** Its tenant is looked for first: indexes of communities and of publications begin with it. */
  private async newestIn(communityId: string, about: Prisma.SessionWhereInput) {
    const subdistrictId = await this.communities.subdistrictOf(communityId);
    if (subdistrictId === undefined) return [];
    const session = { AND: [about, inCommunities(subdistrictId, [communityId])] };
    return newest(this.database.forTenant(subdistrictId), { subdistrictId, session });
  }

  /** Of all sittings of these sessions: who came to the first may be named in the second. */
  private async namesOf(subdistrictId: string, sessionIds: string[]): Promise<{ sessionId: string; name: string }[]> {
    const rows = await this.database.forTenant(subdistrictId).participant.findMany({
      where: { sitting: { sessionId: { in: sessionIds } }, residentName: { not: null } },
      select: { residentName: true, sitting: { select: { sessionId: true } } },
    });
    return rows.map(({ residentName, sitting }) => ({ sessionId: sitting.sessionId, name: residentName! }));
  }

  /** @param rows of one subdistrict, as those of one matter, topic or community are */
  private async records(rows: readonly Published[]): Promise<PublishedRecord[]> {
    const sessions = rows.map(({ session }) => session);
    const subdistrictId = sessions[0]?.subdistrictId;
    if (subdistrictId === undefined) return [];
    const ids = sessions.map(({ id }) => id);
    const [sittings, names, links] = await Promise.all([
      this.sittings.of(
        subdistrictId,
        sessions.map((session) => heldIn(session)),
      ),
      this.namesOf(subdistrictId, ids),
      this.links.ofAll(subdistrictId, sessions),
    ]);
    return rows.map((row, index) => ({
      ...plainOf(
        sittings[index]!.record,
        names.filter(({ sessionId }) => sessionId === row.sessionId).map(({ name }) => name),
      ),
      ...{ topicId: row.session.topicId ?? undefined, whistleId: row.session.whistleId ?? undefined },
      ...{ communityIds: row.session.communityIds, result: row.result, publishedAt: row.publishedAt.toISOString() },
      links: links.get(row.sessionId)!,
    }));
  }
}

type Published = SessionPublication & { session: SessionRow };

/** Named one by one: an opinion's row holds more. @param names of residents who were there */
function plainOf(record: SittingRecord['record'], names: readonly string[]) {
  const plain = (text: string): string => anonymised(text, names);
  const plainIf = (text: string | undefined) => (text === undefined ? undefined : plain(text));
  return {
    ...{ ...record, problem: plain(record.problem), consensus: plainIf(record.consensus) },
    ...{ agenda: record.agenda.map(plain), dissent: plainIf(record.dissent), nextStep: plainIf(record.nextStep) },
    opinions: record.opinions.map(({ seat, isDissent, text, at }) => ({ seat, isDissent, text: plain(text), at })),
    motions: record.motions.map((motion) => ({ ...motion, text: plain(motion.text) })),
  };
}

const newest = (db: Pick<PrismaClient, 'sessionPublication'>, where: Prisma.SessionPublicationWhereInput) =>
  db.sessionPublication.findMany({
    where,
    include: { session: { include: PARTS } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: MOST_LISTED,
  });
