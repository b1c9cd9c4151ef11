import { jsonRows, modelColumns, queryRows, withDates } from '@hsl/database/model-rows';
import type { Queryable } from '@hsl/database/queryable';
import {
  Prisma,
  type LookBack,
  type Reporter,
  type StepContent,
  type Verdict,
  type Whistle,
} from '../generated/prisma/client.js';
import { IS_REFERRED } from '../referrals/referred-kinds.js';

/** A whistle with all that belongs to it, in the order of its time. */
export interface WhistleRow extends Whistle {
  lookBacks: LookBack[];
  verdicts: Verdict[];
  /** What people wrote with steps that were taken; no drafts. */
  contents: StepContent[];
  /** Never name or phone: those are looked up one by one, with a reason. */
  reporters: Pick<Reporter, 'id' | 'channel'>[];
  /** Number of the matter that this one repeats. */
  repeatOfNumber: string | null;
  /** A step of it was so late that the district supervises it (domain 4.4 rung 6). */
  isReferred: boolean;
}

const LOOK_BACKS = jsonRows(
  `SELECT ${modelColumns(Prisma.LookBackScalarFieldEnum, 'l')} FROM look_back l
   WHERE l.whistle_id = w.id ORDER BY l.sequence`,
);
const VERDICTS = jsonRows(
  `SELECT ${modelColumns(Prisma.VerdictScalarFieldEnum, 'v')} FROM verdict v
   WHERE v.whistle_id = w.id ORDER BY v.given_at`,
);
const CONTENTS = jsonRows(
  `SELECT ${modelColumns(Prisma.StepContentScalarFieldEnum, 'c')} FROM step_content c
   WHERE c.whistle_id = w.id AND c.final ORDER BY c.created_at`,
);
/** Its own and those of the matters merged into it (domain 4.5 duplicate). */
const MATTERS = `w.id || ARRAY(SELECT jsonb_array_elements_text(coalesce(w.progress -> 'absorbedIds', '[]'))::uuid)`;
const REPORTERS = jsonRows(`SELECT r.id, r.channel FROM reporter r WHERE r.whistle_id = ANY (${MATTERS}) LIMIT 500`);

/** Every step on a whistle and every look at it begins with this one statement. */
const MATTER = `SELECT ${modelColumns(Prisma.WhistleScalarFieldEnum, 'w')}, ${LOOK_BACKS} AS "lookBacks",
    ${VERDICTS} AS verdicts, ${CONTENTS} AS contents,
    (SELECT r.number FROM whistle r WHERE r.id = w.repeat_of) AS "repeatOfNumber",
    EXISTS (SELECT FROM timeline_entry t WHERE t.aggregate_id = w.id::text AND ${IS_REFERRED}) AS "isReferred",
    CASE WHEN w.reporter_count = 0 THEN '[]' ELSE ${REPORTERS} END AS reporters
  FROM whistle w`;

export const WHISTLE_BY_ID = `${MATTER} WHERE w.id = $1 AND w.subdistrict_id = $2`;
export const WHISTLE_BY_NUMBER = `${MATTER} WHERE w.number = $1 AND w.subdistrict_id = $2`;
/** Of one page of a list: its caller bounds it. */
export const WHISTLES_BY_IDS = `${MATTER} WHERE w.id = ANY ($1::uuid[]) AND w.subdistrict_id = $2`;

export async function findMatters(db: Queryable, text: string, values: unknown[]): Promise<WhistleRow[]> {
  const rows = await queryRows<WhistleRow>(db, text, values);
  return rows.map((row) => ({
    ...row,
    lookBacks: withDates(row.lookBacks, ['dueAt', 'reportedAt']),
    verdicts: withDates(row.verdicts, ['givenAt']),
    contents: withDates(row.contents, ['createdAt']),
  }));
}

export const findMatter = async (db: Queryable, text: string, values: string[]): Promise<WhistleRow | undefined> =>
  (await findMatters(db, text, values))[0];
