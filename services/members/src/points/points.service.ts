import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import { MEMBER_DUTIES, type MemberDuty } from '@hsl/contracts/member-duties';
import {
  pointEntryFilters,
  pointFilters,
  type MemberPoints,
  type MemberProfile,
  type PointEntry,
  type PointRanking,
} from '@hsl/contracts/schemas/points';
import { dayOf, yearOf } from '@hsl/domain/calendar-day';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, pageQuerySchema, type Page } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { PointEntry as EntryRow } from '../generated/prisma/client.js';
import { isPointRule, POINT_RULE_CODES, pointRule } from './point-rules.js';
import { scoreOf, type Earned } from './point-score.js';
import { PointsRepository, type EarnedRow } from './points.repository.js';

export const PointQuery = z.strictObject(pointFilters);
export type PointQuery = z.output<typeof PointQuery>;
export const PointEntryQuery = pageQuerySchema.extend(pointEntryFilters);
export type PointEntryQuery = z.output<typeof PointEntryQuery>;

const entryPlace = z.object({ at: z.iso.datetime(), id: z.uuid() });

/** Points and the five duties, for the member and for those who lead (S75, S76, I22, I23). */
@Injectable()
export class PointsService {
  constructor(
    private readonly access: AccessService,
    private readonly points: PointsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, roleNotAllowed */
  async ofMember(actor: Actor, memberId: string, query: PointQuery): Promise<MemberPoints> {
    await this.authorize(actor, 'dutyPoints.read', memberId);
    const year = this.yearOf(query);
    const earned = (await this.points.earned(actor.subdistrictId, year, memberId)).flatMap(knownRule);
    const rules = POINT_RULE_CODES.flatMap((rule) => {
      const rows = earned.filter((row) => row.rule === rule);
      if (rows.length === 0) return [];
      const count = rows.reduce((sum, row) => sum + row.count, 0);
      return [{ rule, title: pointRule(rule).zh, count, points: rows.reduce((sum, row) => sum + row.points, 0) }];
    });
    return { memberId, year, ...scoreOf(earned), rules };
  }

  /** What the points are made of, the newest first. @throws ProblemError notFound, roleNotAllowed */
  async entries(actor: Actor, memberId: string, query: PointEntryQuery): Promise<Page<PointEntry>> {
    await this.authorize(actor, 'dutyPoints.read', memberId);
    const { limit, cursor, half } = query;
    const rows = await this.points.entries(actor.subdistrictId, {
      ...{ memberId, year: this.yearOf(query), limit, after: decodeCursor(cursor, entryPlace) },
      half: half === undefined ? undefined : Number(half),
    });
    const page = pageOf(rows, limit, ({ earnedAt, id }) => ({ at: earnedAt.toISOString(), id }));
    return { ...page, items: page.items.map(entryOf) };
  }

  /** All five duties, also those without a record. @throws ProblemError notFound, roleNotAllowed */
  async profile(actor: Actor, memberId: string, query: PointQuery): Promise<MemberProfile> {
    await this.authorize(actor, 'member.readProfile', memberId);
    const year = this.yearOf(query);
    const { subdistrictId } = actor;
    const [won, records] = await Promise.all([
      this.points.won(subdistrictId, memberId, year),
      this.points.duties(subdistrictId, memberId, year),
    ]);
    const total = won.reduce((sum, { points }) => sum + points, 0);
    const duties = MEMBER_DUTIES.map((duty) => {
      const points = won.find((row) => row.duty === duty)?.points ?? 0;
      const { records: count = 0, hours = 0 } = records.find((row) => row.duty === duty) ?? {};
      return { duty, records: count, hours, points, share: total === 0 ? 0 : points / total };
    });
    const sum = (of: 'trainings' | 'trainingHours'): number => records.reduce((all, row) => all + row[of], 0);
    return { memberId, year, duties, training: { records: sum('trainings'), hours: sum('trainingHours') } };
  }

  /** @throws ProblemError roleNotAllowed, also for who reads a ranking once it is released: none is yet */
  async ranking(actor: Actor, query: PointQuery): Promise<PointRanking> {
    const { subdistrictId } = actor;
    const target = { subdistrictId, subdistrictWide: true };
    const { views } = this.access.authorize(actor, 'dutyPoints.readRanking', target);
    if (views.includes('released')) throw new ProblemError('roleNotAllowed');
    const year = this.yearOf(query);
    const [members, earned] = await Promise.all([
      this.points.members(subdistrictId),
      this.points.earned(subdistrictId, year),
    ]);
    const scores = members
      .map(({ id: memberId, name: memberName }) => {
        const own = earned.filter((row) => row.memberId === memberId).flatMap(knownRule);
        const { base, bonus, total, level } = scoreOf(own);
        return { memberId, memberName, year, base, bonus, total, level };
      })
      .toSorted((one, other) => other.total - one.total || (one.memberId < other.memberId ? -1 : 1));
    const rankOf = (total: number): number => 1 + scores.filter((other) => other.total > total).length;
    return { year, items: scores.map((score) => ({ ...score, rank: rankOf(score.total) })) };
  }

  private async authorize(actor: Actor, ability: string, memberId: string): Promise<void> {
    const { subdistrictId } = actor;
    const member = await this.points.findMember(subdistrictId, memberId);
    const { views } = this.access.authorize(actor, ability, { subdistrictId, about: member?.id });
    if (views.includes('released')) throw new ProblemError('roleNotAllowed');
    if (!member) throw new ProblemError('notFound');
  }

  private yearOf({ year }: { year?: number }): number {
    return year ?? yearOf(dayOf(this.clock.now()));
  }
}

const knownRule = (row: EarnedRow): Earned[] => (isPointRule(row.rule) ? [{ ...row, rule: row.rule }] : []);

const entryOf = ({ id, rule, duty, points, sourceId, earnedAt, revokedAt }: EntryRow): PointEntry => ({
  ...{ id, rule, title: isPointRule(rule) ? pointRule(rule).zh : rule, duty: duty as MemberDuty, points, sourceId },
  ...{ earnedAt: earnedAt.toISOString(), revokedAt: revokedAt?.toISOString() },
});
