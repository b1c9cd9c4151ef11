import type { Instant } from '@hsl/contracts/instants';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import type { Queryable } from '@hsl/database/queryable';
import { nameUuid } from '@hsl/platform/name-uuid';
import { expertRows, groupRows, memberRows, type MemberSeedRow } from './seed-rows.js';

/** First day of the seeded postings, the start of the period that domain §6 describes. */
const POSTED_SINCE = '2021-01-01';
/** Room for the events of one version, as `sequence` is counted everywhere. */
const EVENTS_PER_VERSION = 100;

interface Changed {
  memberId: string;
  version: number;
  communityIds: string[];
}

/**
 * Members, postings and experts of one subdistrict; running it again changes nothing. What belongs to the person is
 * updated; postings are only begun for a member who never had one, and `active` is left as it is, so that what people
 * have changed since stays.
 * @param db a client in a transaction of the subdistrict
 * @returns how many members and experts were added or changed
 */
export async function seedMembers(db: Queryable, subdistrictId: string, at: Instant): Promise<number> {
  const members = await keepMembers(db, subdistrictId);
  const posted = await beginPostings(db, subdistrictId);
  const experts = await keepExperts(db, subdistrictId);
  await beginGroups(db, subdistrictId, at);
  const envelopes = posted.map(({ memberId, version, communityIds }) =>
    envelopeOf(
      { type: 'member.posted.v1', subject: memberId, data: { memberId, communityIds } },
      { source: 'members', subdistrictId, at, sequence: version * EVENTS_PER_VERSION },
    ),
  );
  await announce(db, envelopes);
  return members + experts;
}

async function keepMembers(db: Queryable, subdistrictId: string): Promise<number> {
  const { rowCount } = await db.query({
    text: `INSERT INTO member (id, subdistrict_id, name, sector, skills, term, level, is_fictional)
      SELECT s.id, $1, s.name, s.sector, s.skills, s.term, s.level, true
      FROM jsonb_to_recordset($2::jsonb) AS s (id text, name text, sector text, skills text[], term text, level text)
      ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, sector = EXCLUDED.sector, skills = EXCLUDED.skills,
        term = EXCLUDED.term, level = EXCLUDED.level, version = member.version + 1
      WHERE (member.name, member.sector, member.skills, member.term, member.level)
        IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.sector, EXCLUDED.skills, EXCLUDED.term, EXCLUDED.level)`,
    values: [subdistrictId, JSON.stringify(memberRows(subdistrictId))],
  });
  return rowCount ?? 0;
}

/** @returns the members posted now */
async function beginPostings(db: Queryable, subdistrictId: string): Promise<Changed[]> {
  const { rows: unposted } = await db.query<{ id: string; version: number }>({
    text: `SELECT m.id, m.version FROM member m
      WHERE m.subdistrict_id = $1 AND NOT EXISTS (SELECT 1 FROM area_assignment a WHERE a.member_id = m.id)`,
    values: [subdistrictId],
  });
  const versions = new Map(unposted.map(({ id, version }) => [id, version]));
  const posted = memberRows(subdistrictId).filter(({ id }) => versions.has(id));
  await db.query({
    text: `INSERT INTO area_assignment (subdistrict_id, member_id, community_id, first_day)
      SELECT $1, p."memberId", p."communityId", $2::date
      FROM jsonb_to_recordset($3::jsonb) AS p ("memberId" text, "communityId" text)`,
    values: [subdistrictId, POSTED_SINCE, JSON.stringify(posted.flatMap(pairsOf))],
  });
  return posted.map(({ id, communityIds }) => ({ memberId: id, version: versions.get(id)!, communityIds }));
}

const pairsOf = ({ id, communityIds }: MemberSeedRow): { memberId: string; communityId: string }[] =>
  communityIds.map((communityId) => ({ memberId: id, communityId }));

/** A group that people have changed or retired since stays as they left it. */
async function beginGroups(db: Queryable, subdistrictId: string, at: Instant): Promise<void> {
  const rows = groupRows(subdistrictId).map(({ communityId, domain, title }) => {
    const id = nameUuid('stakeholderGroup', communityId);
    return { id, decisionId: `stakeholderGroup/${id}#1`, communityId, facts: { communityId, domain, title } };
  });
  await db.query({
    text: `INSERT INTO register_entry (id, subdistrict_id, version, last_decision_id, register, state, community_id,
        marks, facts, created_by, created_at, updated_at)
      SELECT g.id, $1, 1, g."decisionId", 'stakeholderGroup', 'ACTIVE', g."communityId", '{}', g.facts, 'seed', $3, $3
      FROM jsonb_to_recordset($2::jsonb) AS g (id uuid, "decisionId" text, "communityId" text, facts jsonb)
      ON CONFLICT (id) DO NOTHING`,
    values: [subdistrictId, JSON.stringify(rows), new Date(at)],
  });
}

async function keepExperts(db: Queryable, subdistrictId: string): Promise<number> {
  const { rowCount } = await db.query({
    text: `INSERT INTO expert (id, subdistrict_id, name, field, is_fictional)
      SELECT s.id, $1, s.name, s.field, true FROM jsonb_to_recordset($2::jsonb) AS s (id text, name text, field text)
      ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, field = EXCLUDED.field
      WHERE (expert.name, expert.field) IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.field)`,
    values: [subdistrictId, JSON.stringify(expertRows(subdistrictId))],
  });
  return rowCount ?? 0;
}
