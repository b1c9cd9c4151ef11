import type { ScopeFilter } from '@hsl/access/target';
import type { Instant } from '@hsl/contracts/instants';
import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';

/** With each one what was told later, and whether there is a contact and a position, which are read elsewhere. */
const ALONG = {
  additions: { orderBy: { version: 'asc' } },
  contact: { select: { submissionId: true } },
  position: { select: { submissionId: true } },
} as const satisfies Prisma.SubmissionInclude;
export type SubmissionRow = Prisma.SubmissionGetPayload<{ include: typeof ALONG }>;

const MOST_RESULTS = 5;

/** Reads submissions; contacts are never among what it reads. */
@Injectable()
export class SubmissionsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  find(subdistrictId: string, id: string): Promise<SubmissionRow | null> {
    const where = { subdistrictId, id };
    return this.database.forTenant(subdistrictId).submission.findFirst({ where, include: ALONG });
  }

  /** By the code alone, whatever the subdistrict: who has the code needs to know no more. */
  findByTrackingHash(trackingHash: string): Promise<SubmissionRow | null> {
    return this.database.system.submission.findUnique({ where: { trackingHash }, include: ALONG });
  }

  /** One row more than `limit`, if there is one. Newest first. */
  list(
    subdistrictId: string,
    filters: readonly Prisma.SubmissionWhereInput[],
    after: { receivedAt: string; id: string } | undefined,
    limit: number,
  ): Promise<SubmissionRow[]> {
    return this.database.forTenant(subdistrictId).submission.findMany({
      where: { subdistrictId, AND: [...filters, beyond('receivedAt', after)] },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      include: ALONG,
    });
  }

  /** Others of the community since then, the newest first; not what was merged or taken back. */
  comparable(row: SubmissionRow, since: Instant, most: number): Promise<SubmissionRow[]> {
    const { id, subdistrictId, communityId } = row;
    return this.database.forTenant(subdistrictId).submission.findMany({
      where: {
        ...{ subdistrictId, communityId, id: { not: id }, receivedAt: { gte: new Date(since) } },
        state: { notIn: ['MERGED', 'WITHDRAWN'] },
      },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: most,
      include: ALONG,
    });
  }

  /** The community of a whistle; undefined if none was heard of. */
  async communityOfWhistle(subdistrictId: string, whistleId: string): Promise<string | undefined> {
    const where = { subdistrictId, whistleId };
    return (await this.database.forTenant(subdistrictId).knownWhistle.findFirst({ where }))?.communityId;
  }

  /** When the submissions of a point since then came in, the oldest first; at most `most`. */
  async sentAtPoint(subdistrictId: string, qrPointId: string, since: Instant, most: number): Promise<Instant[]> {
    const rows = await this.database.forTenant(subdistrictId).submission.findMany({
      where: { subdistrictId, qrPointId, receivedAt: { gt: new Date(since) } },
      orderBy: { receivedAt: 'desc' },
      select: { receivedAt: true },
      take: most,
    });
    return rows.map(({ receivedAt }) => receivedAt.getTime()).toReversed();
  }

  /** Counts of what had to be screened in [from, to) (S111). */
  async responses(subdistrictId: string, within: Prisma.SubmissionWhereInput, from: Date, to: Date) {
    const { submission } = this.database.forTenant(subdistrictId);
    const owed: Prisma.SubmissionWhereInput = { state: { not: 'WITHDRAWN' } };
    const due: Prisma.SubmissionWhereInput = { subdistrictId, dueAt: { gte: from, lt: to }, AND: [within, owed] };
    const inTime = { ...due, screenedAt: { lte: submission.fields.dueAt } };
    const [all, screenedInTime, open] = await Promise.all([
      submission.count({ where: due }),
      submission.count({ where: inTime }),
      submission.count({ where: { ...due, state: 'RECEIVED' } }),
    ]);
    return { due: all, screenedInTime, open, answered: all - open };
  }

  async hasSubdistrict(subdistrictId: string): Promise<boolean> {
    const where = { subdistrictId };
    return (await this.database.system.category.findFirst({ where, select: { code: true } })) !== null;
  }

  /** What sessions on a topic came to, as it was published (S115). */
  async sessionResultsOf(subdistrictId: string, topicId: string) {
    const rows = await this.database.forTenant(subdistrictId).sessionPublication.findMany({
      where: { session: { topicId } },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: MOST_RESULTS,
    });
    return rows.map(({ sessionId, result, publishedAt }) => ({
      ...{ sessionId, result, publishedAt: publishedAt.toISOString() },
    }));
  }

  /** A topic's publicity; undefined if there is no such topic. */
  async topicOf(subdistrictId: string, id: string): Promise<{ published: boolean } | undefined> {
    const where = { subdistrictId, id };
    const topic = await this.database.forTenant(subdistrictId).topic.findFirst({ where, select: { published: true } });
    return topic ?? undefined;
  }
}

/** Submissions a list may show. No way in at all shows none. */
export const submissionsWithin = (scopes: readonly ScopeFilter[]): Prisma.SubmissionWhereInput =>
  scopes.some(({ communityIds, subdistrictId }) => communityIds === undefined && subdistrictId !== undefined)
    ? {}
    : { communityId: { in: scopes.flatMap(({ communityIds }) => communityIds ?? []) } };
