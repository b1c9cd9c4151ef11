import { envelopeOf, MOST_EVENTS } from '@hsl/database/event-envelope';
import { announce } from '@hsl/database/announce';
import { isViolationOf } from '@hsl/database/constraint-violation';
import type { Queryable } from '@hsl/database/queryable';
import type { Instant } from '@hsl/contracts/instants';
import { ProblemError } from '@hsl/platform/problem.error';
import type { AreaProposal } from '../generated/prisma/client.js';

const NO_OVERLAP = 'area_assignment_no_overlap';

const OVERLAPS = `SELECT 1 FROM area_assignment
  WHERE subdistrict_id = $1 AND member_id = $2 AND community_id = $3
    AND daterange(first_day, last_day, '[]') && daterange($4::date, $5::date, '[]') LIMIT 1`;
const BEGIN = `INSERT INTO area_assignment (subdistrict_id, member_id, community_id, first_day, last_day)
  VALUES ($1, $2, $3, $4::date, $5::date)`;
/** The posting that goes on at its new last day; that day is in it, so that a posting never ends before it began. */
const GOING_ON = `SELECT first_day FROM area_assignment
  WHERE subdistrict_id = $1 AND member_id = $2 AND community_id = $3
    AND first_day <= $4::date AND (last_day IS NULL OR last_day > $4::date)`;
const END = `UPDATE area_assignment SET last_day = $4::date
  WHERE subdistrict_id = $1 AND member_id = $2 AND community_id = $3
    AND first_day <= $4::date AND (last_day IS NULL OR last_day > $4::date)`;
const POSTED = `UPDATE member m SET version = version + 1 WHERE m.subdistrict_id = $1 AND m.id = $2
  RETURNING m.version, ARRAY(SELECT a.community_id FROM area_assignment a
    WHERE a.member_id = m.id AND m.active AND (a.last_day IS NULL OR a.last_day >= $3::date) ORDER BY 1) AS "communityIds"`;

export type Wish = Pick<AreaProposal, 'subdistrictId' | 'change' | 'memberId' | 'communityId' | 'firstDay' | 'lastDay'>;

/**
 * That the postings allow it as they are now.
 * @throws ProblemError postingOverlaps, noSuchPosting
 */
export async function checkWish(db: Queryable, wish: Wish): Promise<void> {
  const { subdistrictId, memberId, communityId, firstDay, lastDay } = wish;
  const place = [subdistrictId, memberId, communityId];
  if (wish.change === 'begin') {
    const { rows } = await db.query({ text: OVERLAPS, values: [...place, firstDay, lastDay] });
    if (rows.length > 0) throw new ProblemError('postingOverlaps');
    return;
  }
  const { rows } = await db.query({ text: GOING_ON, values: [...place, lastDay] });
  if (rows.length === 0) throw new ProblemError('noSuchPosting');
}

/**
 * Begins or ends the posting, in the caller's transaction, and tells it.
 * @param today `YYYY-MM-DD` in Asia/Shanghai
 * @throws ProblemError postingOverlaps, noSuchPosting
 */
export async function applyWish(db: Queryable, wish: Wish, at: Instant, today: string): Promise<void> {
  const { subdistrictId, memberId, communityId, firstDay, lastDay } = wish;
  const place = [subdistrictId, memberId, communityId];
  if (wish.change === 'begin') await begin(db, [...place, firstDay, lastDay]);
  else {
    const { rowCount } = await db.query({ text: END, values: [...place, lastDay] });
    if (rowCount === 0) throw new ProblemError('noSuchPosting');
  }
  await tellPostings(db, { subdistrictId, memberId, at, today });
}

async function begin(db: Queryable, values: unknown[]): Promise<void> {
  try {
    await db.query({ text: BEGIN, values });
  } catch (error) {
    if (!isViolationOf(error, NO_OVERLAP)) throw error;
    throw new ProblemError('postingOverlaps', { cause: error });
  }
}

/** Announces the communities a member is posted to now or later; raises the member's version. */
export async function tellPostings(
  db: Queryable,
  { subdistrictId, memberId, at, today }: { subdistrictId: string; memberId: string; at: Instant; today: string },
): Promise<void> {
  const { rows } = await db.query<{ version: number; communityIds: string[] }>({
    text: POSTED,
    values: [subdistrictId, memberId, today],
  });
  const envelopes = rows.map(({ version, communityIds }) =>
    envelopeOf(
      { type: 'member.posted.v1', subject: memberId, data: { memberId, communityIds } },
      { source: 'members', subdistrictId, at, sequence: version * MOST_EVENTS },
    ),
  );
  await announce(db, envelopes);
}
