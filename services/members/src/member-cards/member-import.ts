import { SKILL_CODES, SKILLS, isSkillCode, type SkillCode } from '@hsl/contracts/skills';
import type { Actor } from '@hsl/access/actor';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import type { Queryable } from '@hsl/database/queryable';
import type { CheckedRow, ImportDefinition, RowFault } from '@hsl/imports/import-definition';
import { z } from 'zod';

export interface MemberLine {
  code: string;
  name: string;
  sector: string;
  skills: SkillCode[];
  level: 'district' | 'city';
  term: string;
  communities: string[];
}

/** An event's place among those of its member: version × 100, as decisions count. */
const EVENTS_PER_VERSION = 100;
const LEVELS: Readonly<Record<string, MemberLine['level']>> = { 区级: 'district', 市级: 'city' };
const SKILL_OF = new Map(SKILL_CODES.map((code) => [SKILLS[code].zh as string, code]));
const separated = (text: string): string[] => text.split(/[、，,;；\s]+/).filter((one) => one !== '');

const skills = z.string().transform((text, context): SkillCode[] =>
  separated(text).map((word) => {
    const code = SKILL_OF.get(word) ?? word;
    if (!isSkillCode(code)) context.addIssue({ code: 'custom', message: word });
    return code as SkillCode;
  }),
);
const communities = z
  .string()
  .transform(separated)
  .pipe(
    z
      .array(z.string().regex(/^\d{2}$/))
      .min(1)
      .max(3),
  );

/** Who is new, who says something else than before, and who is posted elsewhere from today on. */
const WRITE = `WITH said AS (
    SELECT upper($1) || '-' || l.code AS id, l.*,
      ARRAY(SELECT upper($1) || c FROM unnest(l.communities) AS c ORDER BY c) AS community_ids
    FROM jsonb_to_recordset($2::jsonb) AS l (code text, name text, sector text, skills text[], level text, term text,
      communities text[])
  ), posted AS (
    SELECT s.id, ARRAY(SELECT a.community_id FROM area_assignment a
      WHERE a.member_id = s.id AND (a.last_day IS NULL OR a.last_day >= $3::date) ORDER BY 1) AS community_ids
    FROM said s
  ), written AS (
    INSERT INTO member AS m (id, subdistrict_id, name, sector, skills, term, level)
    SELECT s.id, $1, s.name, s.sector, s.skills, s.term, s.level FROM said s
    ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, sector = EXCLUDED.sector, skills = EXCLUDED.skills,
      term = EXCLUDED.term, level = EXCLUDED.level, version = m.version + 1
    WHERE (m.name, m.sector, m.skills, m.term, m.level)
        IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.sector, EXCLUDED.skills, EXCLUDED.term, EXCLUDED.level)
      OR EXISTS (SELECT 1 FROM said s JOIN posted p USING (id) WHERE s.id = m.id AND s.community_ids <> p.community_ids)
    RETURNING m.id, m.version
  )
  SELECT w.id, w.version, s.community_ids AS "communityIds", p.community_ids AS "postedTo",
    NOT EXISTS (SELECT 1 FROM member o WHERE o.id = w.id) AS "isNew"
  FROM written w JOIN said s USING (id) JOIN posted p USING (id)`;

/** A posting that began today and ends today never was. */
const END_POSTINGS = `WITH gone AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS g ("memberId" text, "communityId" text)
  ), never AS (
    DELETE FROM area_assignment a USING gone g
    WHERE a.member_id = g."memberId" AND a.community_id = g."communityId" AND a.first_day >= $2::date
  )
  UPDATE area_assignment a SET last_day = $2::date - 1 FROM gone g
  WHERE a.member_id = g."memberId" AND a.community_id = g."communityId" AND a.first_day < $2::date
    AND (a.last_day IS NULL OR a.last_day >= $2::date)`;
const BEGIN_POSTINGS = `INSERT INTO area_assignment (subdistrict_id, member_id, community_id, first_day)
  SELECT $1, p."memberId", p."communityId", $3::date
  FROM jsonb_to_recordset($2::jsonb) AS p ("memberId" text, "communityId" text)`;

interface Written {
  id: string;
  version: number;
  communityIds: string[];
  postedTo: string[];
  isNew: boolean;
}

/**
 * The members of a subdistrict from the list that the committee keeps (S25, S26): a changed posting begins today, the
 * one before stays as history.
 * @param today `YYYY-MM-DD` in Asia/Shanghai
 */
export const memberImport = (now: () => number, today: () => string): ImportDefinition<MemberLine> => ({
  columns: {
    code: { titles: ['编号', 'code'], schema: z.string().regex(/^M\d{2,4}$/), example: 'M25' },
    name: { titles: ['姓名', 'name'], schema: z.string().max(40), example: '王敏' },
    sector: { titles: ['界别', 'sector'], schema: z.string().max(40), example: '教育' },
    skills: { titles: ['专长', 'skills'], schema: skills, example: '教育、矛盾调解' },
    level: {
      titles: ['级别', 'level'],
      schema: z
        .enum(['区级', '市级', 'district', 'city'])
        .transform((said) => LEVELS[said] ?? (said as MemberLine['level'])),
      example: '区级',
    },
    term: { titles: ['届次', 'term'], schema: z.string().max(20), example: '2026-2031' },
    communities: { titles: ['负责社区', 'communities'], schema: communities, example: '03、04' },
  },
  keyOf: ({ code }) => code,
  ability: 'member.manage',
  // Whoever keeps the list is none of those it is about.
  facts: ({ posts }) => ({ notSelf: posts.every(({ role }) => role !== 'member') }),
  check: unknownCommunities,
  async write(db, { subdistrictId }, rows) {
    const { rows: written } = await db.query<Written>({
      text: WRITE,
      values: [subdistrictId, JSON.stringify(rows), today()],
    });
    await post(db, subdistrictId, written, today());
    const events = written.map(({ id: memberId, version, communityIds }) =>
      envelopeOf(
        { type: 'member.posted.v1', subject: memberId, data: { memberId, communityIds } },
        { source: 'members', subdistrictId, at: now(), sequence: version * EVENTS_PER_VERSION },
      ),
    );
    await announce(db, events);
    const added = written.filter(({ isNew }) => isNew).length;
    return { added, changed: written.length - added };
  },
});

async function post(db: Queryable, subdistrictId: string, written: readonly Written[], today: string): Promise<void> {
  const pairs = (of: 'communityIds' | 'postedTo', but: 'communityIds' | 'postedTo') =>
    JSON.stringify(
      written.flatMap((one) =>
        one[of].filter((id) => !one[but].includes(id)).map((communityId) => ({ memberId: one.id, communityId })),
      ),
    );
  await db.query({ text: END_POSTINGS, values: [pairs('postedTo', 'communityIds'), today] });
  await db.query({ text: BEGIN_POSTINGS, values: [subdistrictId, pairs('communityIds', 'postedTo'), today] });
}

async function unknownCommunities(
  db: Queryable,
  { subdistrictId }: Actor,
  rows: readonly CheckedRow<MemberLine>[],
): Promise<RowFault[]> {
  const { rows: known } = await db.query<{ id: string }>({
    text: 'SELECT id FROM known_community WHERE subdistrict_id = $1',
    values: [subdistrictId],
  });
  const ids = new Set(known.map(({ id }) => id));
  return rows.flatMap(({ line, row }) =>
    row.communities
      .filter((code) => !ids.has(`${subdistrictId.toUpperCase()}${code}`))
      .map((value) => ({ line, column: '负责社区', code: 'unknown' as const, value })),
  );
}
