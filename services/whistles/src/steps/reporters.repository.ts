import type { RevisitWhistle } from '@hsl/contracts/schemas/whistles';
import type { RevisitAttempt, RevisitChannel } from '@hsl/domain/unreachable';
import { modelColumns, queryRows } from '@hsl/database/model-rows';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { mattersOf, type WhistleRow } from '../matter/whistle.repository.js';
import { Prisma, type Reporter } from '../generated/prisma/client.js';

type Answer = Pick<RevisitWhistle, 'satisfaction' | 'solved'>;

export interface NewAttempt {
  id: string;
  channel: RevisitChannel;
  note?: string;
  attemptedBy: string;
  attemptedAt: Date;
}

const LOCK = 'SELECT 1 FROM whistle WHERE id = $1 FOR UPDATE';
const REPORTERS = `SELECT ${modelColumns(Prisma.ReporterScalarFieldEnum, 'r')} FROM reporter r
  WHERE r.whistle_id = ANY($1::uuid[])`;
const ANSWER = `UPDATE reporter SET satisfaction = $2, solved = $3, revisited_at = $4, revisited_by = $5 WHERE id = $1`;

/** The residents behind a matter, those of merged matters included, and what they were asked. */
@Injectable()
export class ReportersRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /**
   * Keeps one resident's answer and says who has not been asked since the matter came to be revisited.
   * @returns `together`: the least content of all answers
   */
  async answer(
    row: WhistleRow,
    { reporterId, satisfaction, solved }: RevisitWhistle,
    by: string,
    at: Date,
  ): Promise<{ waiting: string[]; together: Answer }> {
    const own: Answer = { satisfaction, solved };
    return this.database.transaction(row.subdistrictId, async (client) => {
      await queryRows(client, LOCK, [row.id]);
      const reporters = await queryRows<Reporter>(client, REPORTERS, [mattersOf(row)]);
      if (reporters.length === 0) return { waiting: [], together: own };
      const asked = reporters.length === 1 ? reporters[0] : reporters.find(({ id }) => id === reporterId);
      if (!asked) throw reporterId === undefined ? nameOne() : new ProblemError('notFound');
      const answered = { ...asked, ...own, revisitedAt: at };
      await queryRows(client, ANSWER, [asked.id, satisfaction, solved, at, by]);
      const since = row.waitingSince ?? row.blownAt;
      const isNew = (one: { revisitedAt: Date | null }) => one.revisitedAt !== null && one.revisitedAt >= since;
      const all = reporters.map((one) => (one.id === asked.id ? answered : one));
      return { waiting: all.filter((one) => !isNew(one)).map(({ id }) => id), together: togetherOf(all.filter(isNew)) };
    });
  }

  /** All attempts since the matter came to be revisited, this one included; a repeated request adds none. */
  async attempt(row: WhistleRow, attempt: NewAttempt): Promise<RevisitAttempt[]> {
    const { subdistrictId, id: whistleId } = row;
    const prisma = this.database.forTenant(subdistrictId);
    await prisma.revisitAttempt.createMany({ data: [{ subdistrictId, whistleId, ...attempt }], skipDuplicates: true });
    const rows = await prisma.revisitAttempt.findMany({
      where: { whistleId, attemptedAt: { gte: row.waitingSince ?? row.blownAt } },
      orderBy: { attemptedAt: 'asc' },
      take: 100,
    });
    return rows.map(({ attemptedAt, channel }) => ({ at: attemptedAt.getTime(), channel: channel as RevisitChannel }));
  }
}

const nameOne = (): ProblemError =>
  new ProblemError('validationFailed', {
    errors: [{ field: 'reporterId', code: 'required', message: 'several residents are behind it: name the one asked' }],
  });

const togetherOf = (answers: readonly { satisfaction: string | null; solved: string | null }[]): Answer => ({
  satisfaction: answers.some(({ satisfaction }) => satisfaction === 'basic') ? 'basic' : 'satisfied',
  solved: answers.some(({ solved }) => solved === 'partly') ? 'partly' : 'yes',
});
