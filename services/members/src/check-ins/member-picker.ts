import type { Instant } from '@hsl/contracts/instants';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { rankMembers, type Pick } from '@hsl/domain/member-ranking';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import { OPEN_CHECK_IN_STATES } from './open-check-in.js';

export interface PickRequest {
  subdistrictId: string;
  whistleId: string;
  communityId: string;
  categoryCode: string;
  count: number;
  /** Postings count that are valid on this day in Shanghai. */
  at: Instant;
}

interface CandidateRow {
  memberId: string;
  postedHere: boolean;
  skills: string[];
  openLoad: number;
}

/** A subdistrict has two dozen members; who is posted to the community is never cut off. */
const MOST_CANDIDATES = 500;

/** Written out, as the index of what is open has it. */
const OPEN = OPEN_CHECK_IN_STATES.map((state) => `'${state}'`).join(', ');

/** What has been closed is not looked at: a year of whistles must not make the next choice slower. */
const CANDIDATES = `
  SELECT m.id AS "memberId", m.skills,
    EXISTS (
      SELECT 1 FROM area_assignment a
      WHERE a.member_id = m.id AND a.community_id = $2
        AND a.first_day <= $3::date AND (a.last_day IS NULL OR a.last_day >= $3::date)
    ) AS "postedHere",
    (
      SELECT count(*)::int FROM check_in c LEFT JOIN known_whistle w ON w.id = c.whistle_id
      WHERE c.member_id = m.id AND c.closed_at IS NULL AND c.state IN (${OPEN}) AND w.ended_at IS NULL
    ) AS "openLoad"
  FROM member m
  WHERE m.subdistrict_id = $1 AND m.active
    AND NOT EXISTS (
      SELECT 1 FROM member_absence b
      WHERE b.subdistrict_id = $1 AND b.member_id = m.id AND b.first_day <= $3::date AND b.last_day >= $3::date
    )
    AND NOT EXISTS (SELECT 1 FROM check_in c WHERE c.member_id = m.id AND c.whistle_id = $4)
  ORDER BY "postedHere" DESC, m.id
  LIMIT ${MOST_CANDIDATES}`;

/**
 * Whom to ask (domain 4.2 ASSIGNING, 4.5): members not asked for this whistle before and not on leave, ranked by posting, skill and load.
 *
 * Load is what a member owes to whistles that have not ended: asked or coming, and the whistle not concluded as far as
 * its events have arrived. It is read without a lock: two whistles that choose in the same moment both choose, and
 * neither sees the other's choice in the load. A load late by one is a fair price for never waiting and never failing.
 */
@Injectable()
export class MemberPicker {
  async pick(db: Queryable, request: PickRequest): Promise<Pick[]> {
    const { subdistrictId, whistleId, communityId, count, at } = request;
    const today = dateOf(dayOf(at));
    const [wanted, { rows }] = await Promise.all([
      this.wantedSkills(db, request),
      db.query<CandidateRow>({
        name: 'candidates',
        text: CANDIDATES,
        values: [subdistrictId, communityId, today, whistleId],
      }),
    ]);
    return rankMembers(rows, wanted, count);
  }

  /** None while the category is not known here yet: then posting and load decide, and the reason stored says so. */
  private async wantedSkills(db: Queryable, { subdistrictId, categoryCode }: PickRequest): Promise<string[]> {
    const { rows } = await db.query<{ skills: string[] }>({
      name: 'wanted_skills',
      text: 'SELECT skills FROM known_category WHERE subdistrict_id = $1 AND code = $2',
      values: [subdistrictId, categoryCode],
    });
    return rows[0]?.skills ?? [];
  }
}
