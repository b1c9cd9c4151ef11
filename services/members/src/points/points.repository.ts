import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import type { PointEntry } from '../generated/prisma/client.js';

export interface EarnedRow {
  memberId: string;
  rule: string;
  half: number;
  count: number;
  points: number;
}
export interface DutyRow {
  duty: string;
  records: number;
  hours: number;
  trainings: number;
  trainingHours: number;
}

const EARNED = `SELECT member_id AS "memberId", rule, half, count(*)::int AS count, sum(points)::int AS points
  FROM point_entry
  WHERE subdistrict_id = $1 AND year = $2 AND revoked_at IS NULL AND ($3::text IS NULL OR member_id = $3)
  GROUP BY member_id, rule, half`;
const WON = `SELECT duty, sum(points)::int AS points FROM point_entry
  WHERE subdistrict_id = $1 AND member_id = $2 AND year = $3 AND revoked_at IS NULL AND points > 0 GROUP BY duty`;
const DUTIES = `SELECT facts ->> 'duty' AS duty, count(*)::int AS records,
    coalesce(sum((facts ->> 'hours')::float8), 0) AS hours,
    count(*) FILTER (WHERE facts ->> 'training' = 'true')::int AS trainings,
    coalesce(sum((facts ->> 'hours')::float8) FILTER (WHERE facts ->> 'training' = 'true'), 0) AS "trainingHours"
  FROM register_entry
  WHERE subdistrict_id = $1 AND register = 'dutyRecord' AND member_id = $2 AND state = 'CONFIRMED'
    AND facts ->> 'on' LIKE $3 || '-%'
  GROUP BY 1`;

@Injectable()
export class PointsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: MembersDatabase) {}

  async findMember(subdistrictId: string, id: string): Promise<{ id: string } | null> {
    return this.database.forTenant(subdistrictId).member.findFirst({ where: { id, subdistrictId } });
  }

  /** Active members, by id; a subdistrict has some dozen. */
  async members(subdistrictId: string): Promise<{ id: string; name: string }[]> {
    return this.database.forTenant(subdistrictId).member.findMany({
      ...{ where: { subdistrictId, active: true }, select: { id: true, name: true } },
      ...{ orderBy: { id: 'asc' }, take: 500 },
    });
  }

  /** What counts, by member, rule and half; of one member or of all. */
  async earned(subdistrictId: string, year: number, memberId?: string): Promise<EarnedRow[]> {
    return this.database.query<EarnedRow>(subdistrictId, EARNED, [subdistrictId, year, memberId]);
  }

  /** Points won by duty, without those lost. */
  async won(subdistrictId: string, memberId: string, year: number): Promise<{ duty: string; points: number }[]> {
    return this.database.query(subdistrictId, WON, [subdistrictId, memberId, year]);
  }

  /** Confirmed duty records by duty. */
  async duties(subdistrictId: string, memberId: string, year: number): Promise<DutyRow[]> {
    return this.database.query<DutyRow>(subdistrictId, DUTIES, [subdistrictId, memberId, String(year)]);
  }

  /** Newest first, the revoked ones too; one row more than `limit`. */
  async entries(
    subdistrictId: string,
    selection: { memberId: string; year: number; half?: number; after?: { at: string; id: string }; limit: number },
  ): Promise<PointEntry[]> {
    const { memberId, year, half, after, limit } = selection;
    const later = beyond('earnedAt', after && { earnedAt: after.at, id: after.id });
    return this.database.forTenant(subdistrictId).pointEntry.findMany({
      where: { subdistrictId, memberId, year, half, ...later },
      orderBy: [{ earnedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }
}
