import { randomUUID } from 'node:crypto';
import type { Instant } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { TEMPLATE_TABLE } from '../text-templates/template-table.js';

/** What was there already, under the same title, stays as somebody made it. */
const ADD = `INSERT INTO text_template (id, subdistrict_id, use, category_code, title, text, changed_by, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, 'seed', $7) ON CONFLICT (subdistrict_id, use, title) DO NOTHING RETURNING id`;

/** Texts to begin with, once, while there are none. @returns how many were added */
export async function seedTemplates(db: Queryable, subdistrictId: string, at: Instant): Promise<number> {
  const any = await db.query({
    text: 'SELECT 1 FROM text_template WHERE subdistrict_id = $1 LIMIT 1',
    values: [subdistrictId],
  });
  // A title that somebody changed does not come back.
  if (any.rowCount !== 0) return 0;
  for (const { use, categoryCode = null, title, text } of TEMPLATE_TABLE) {
    const values = [randomUUID(), subdistrictId, use, categoryCode, title, text, new Date(at)];
    await db.query({ text: ADD, values });
  }
  return TEMPLATE_TABLE.length;
}
