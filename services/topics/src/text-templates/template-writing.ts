import type { Queryable } from '@hsl/database/queryable';
import { queryRows } from '@hsl/database/model-rows';
import type { TextTemplate } from '../generated/prisma/client.js';

/** A template without what only the trail needs. */
export type TemplateRow = Omit<TextTemplate, 'changedBy' | 'changedAt'>;

/** Who writes, with the role used. */
export interface Writer {
  userId: string;
  role: string;
  at: Date;
}

export const COLUMNS = `id, subdistrict_id AS "subdistrictId", use, category_code AS "categoryCode", title, text, active,
  version`;
/** One addition after the other in a subdistrict, so that the hundredth is the last. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('hsl.templates/' || $1, 0))::text`;
const COUNT = 'SELECT count(*)::int AS count FROM text_template WHERE subdistrict_id = $1';
const SAME_TITLE = `SELECT id FROM text_template WHERE subdistrict_id = $1 AND use = $2 AND title = $3 AND id <> $4`;
const FIND = `SELECT ${COLUMNS} FROM text_template WHERE subdistrict_id = $1 AND id = $2 FOR UPDATE`;
const PUT = `INSERT INTO text_template
    (id, subdistrict_id, use, category_code, title, text, active, version, changed_by, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (id) DO UPDATE SET category_code = EXCLUDED.category_code, title = EXCLUDED.title, text = EXCLUDED.text,
    active = EXCLUDED.active, version = EXCLUDED.version, changed_by = EXCLUDED.changed_by,
    changed_at = EXCLUDED.changed_at`;
const TRAIL = `INSERT INTO timeline_entry
    (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
  VALUES ($1, $2, $3, $4, 'textTemplateChanged', $5, $6, $7, $8)`;

/** How many there are; nobody adds another before the transaction ends. */
export async function countLocked(db: Queryable, subdistrictId: string): Promise<number> {
  await queryRows(db, LOCK, [subdistrictId]);
  return (await queryRows<{ count: number }>(db, COUNT, [subdistrictId]))[0]!.count;
}

export async function isTitleTaken(db: Queryable, row: TemplateRow): Promise<boolean> {
  const { subdistrictId, use, title, id } = row;
  return (await queryRows(db, SAME_TITLE, [subdistrictId, use, title, id])).length > 0;
}

export async function lockTemplate(db: Queryable, subdistrictId: string, id: string): Promise<TemplateRow | undefined> {
  return (await queryRows<TemplateRow>(db, FIND, [subdistrictId, id]))[0];
}

/** The row as it is from now on, and the line that keeps what it was before. */
export async function put(
  db: Queryable,
  row: TemplateRow,
  before: TemplateRow | undefined,
  { userId, role, at }: Writer,
): Promise<void> {
  const { id, subdistrictId, use, categoryCode, title, text, active, version } = row;
  await queryRows(db, PUT, [id, subdistrictId, use, categoryCode, title, text, active, version, userId, at]);
  const line = [subdistrictId, id, version, `template/${id}#${version}`, userId, role, at];
  await queryRows(db, TRAIL, [...line, JSON.stringify({ before, after: row })]);
}
