import type { CloudEvent } from '@hsl/contracts/event';
import type { Instant } from '@hsl/contracts/instants';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import type { Queryable } from '@hsl/database/queryable';
import { CATEGORY_TABLE, type ClassRow, type ItemRow } from '../categories/category-table.js';

/**
 * Brings classes and items to what the table says and announces the items that changed. What an administrator changed
 * stays as it is.
 * @param db a client in a transaction
 * @returns how many items were added or changed
 */
export async function seedCategories(db: Queryable, subdistrictId: string, at: Instant): Promise<number> {
  const changed: CloudEvent[] = [];
  for (const category of CATEGORY_TABLE) {
    await writeClass(db, subdistrictId, category);
    for (const item of category.items) {
      const version = await writeItem(db, subdistrictId, category.code, item);
      if (version !== undefined) changed.push(changedEvent(subdistrictId, category.code, item, version, at));
    }
  }
  await announce(db, changed);
  return changed.length;
}

async function writeClass(db: Queryable, subdistrictId: string, { code, name, nameEn }: ClassRow): Promise<void> {
  await db.query({
    text: `INSERT INTO category_class (subdistrict_id, code, name, name_en) VALUES ($1, $2, $3, $4)
      ON CONFLICT (subdistrict_id, code) DO UPDATE SET name = EXCLUDED.name, name_en = EXCLUDED.name_en`,
    values: [subdistrictId, code, name, nameEn],
  });
}

/** The item's new version; undefined if it was so already. */
async function writeItem(
  db: Queryable,
  subdistrictId: string,
  classCode: string,
  item: ItemRow,
): Promise<number | undefined> {
  const { rows } = await db.query<{ version: number }>({
    text: `INSERT INTO category AS c (subdistrict_id, code, class_code, name, name_en, default_grade, skills)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (subdistrict_id, code) DO UPDATE SET
        class_code = EXCLUDED.class_code, name = EXCLUDED.name, name_en = EXCLUDED.name_en,
        default_grade = EXCLUDED.default_grade, skills = EXCLUDED.skills, version = c.version + 1
      WHERE c.changed_by IS NULL AND (c.class_code, c.name, c.name_en, c.default_grade, c.skills) IS DISTINCT FROM
        (EXCLUDED.class_code, EXCLUDED.name, EXCLUDED.name_en, EXCLUDED.default_grade, EXCLUDED.skills)
      RETURNING version`,
    values: [subdistrictId, item.code, classCode, item.name, item.nameEn, item.defaultGrade, item.skills],
  });
  return rows[0]?.version;
}

function changedEvent(
  subdistrictId: string,
  classCode: string,
  item: ItemRow,
  version: number,
  at: Instant,
): CloudEvent {
  const { code, name, defaultGrade, skills } = item;
  const data = { code, classCode, name, defaultGrade, skills: [...skills], active: true };
  return envelopeOf(
    { type: 'category.changed.v1', subject: `${subdistrictId}/${code}`, data },
    { source: 'topics', subdistrictId, at, sequence: version },
  );
}
