import type { ScopeFilter } from '@hsl/access/target';
import type { Instant } from '@hsl/contracts/instants';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma, Submission } from '../generated/prisma/client.js';

/** Reads submissions; contacts are never among what it reads. */
@Injectable()
export class SubmissionsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  find(subdistrictId: string, id: string): Promise<Submission | null> {
    return this.database.forTenant(subdistrictId).submission.findFirst({ where: { subdistrictId, id } });
  }

  /** By the code alone, whatever the subdistrict: who has the code needs to know no more. */
  findByTrackingHash(trackingHash: string): Promise<Submission | null> {
    return this.database.system.submission.findUnique({ where: { trackingHash } });
  }

  /** One row more than `limit`, if there is one. Newest first. */
  list(
    subdistrictId: string,
    filters: readonly Prisma.SubmissionWhereInput[],
    after: { receivedAt: string; id: string } | undefined,
    limit: number,
  ): Promise<Submission[]> {
    const beyond: Prisma.SubmissionWhereInput = after
      ? { OR: [{ receivedAt: { lt: after.receivedAt } }, { receivedAt: after.receivedAt, id: { lt: after.id } }] }
      : {};
    return this.database.forTenant(subdistrictId).submission.findMany({
      where: { subdistrictId, AND: [...filters, beyond] },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
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
    const due: Prisma.SubmissionWhereInput = { subdistrictId, dueAt: { gte: from, lt: to }, AND: [within] };
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
