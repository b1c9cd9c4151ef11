import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import type { Queryable } from '@hsl/database/queryable';
import type { CloudEvent } from '@hsl/contracts/event';
import type { Instant } from '@hsl/contracts/instants';
import type { DepartmentsDatabase } from '../database.js';
import { DEPARTMENT_TABLE, type DepartmentSeed } from './department-table.js';
import { departmentIdOf, peopleOf } from './people.js';
import { ROUTING_SEED_TABLE } from './routing-seed-table.js';

/** Rows added or changed. */
export interface Seeded {
  departments: number;
  people: number;
  routing: number;
}

/** Brings one tenant to what the tables say, all or nothing, and announces the departments that changed. */
export async function seedTenant(database: DepartmentsDatabase, subdistrictId: string, at: Instant): Promise<Seeded> {
  return database.transaction(subdistrictId, async (client) => ({
    departments: await seedDepartments(client, subdistrictId, at),
    people: await seedPeople(client, subdistrictId),
    routing: await seedRouting(client, subdistrictId, at),
  }));
}

async function seedDepartments(db: Queryable, subdistrictId: string, at: Instant): Promise<number> {
  const changed: CloudEvent[] = [];
  for (const department of DEPARTMENT_TABLE) {
    const version = await writeDepartment(db, subdistrictId, department);
    if (version !== undefined) changed.push(changedEvent(subdistrictId, department, version, at));
  }
  await announce(db, changed);
  return changed.length;
}

/** The department's new version; undefined if it was so already. */
async function writeDepartment(
  db: Queryable,
  subdistrictId: string,
  { code, name, kind }: DepartmentSeed,
): Promise<number | undefined> {
  const { rows } = await db.query<{ version: number }>({
    text: `INSERT INTO department AS d (id, subdistrict_id, code, name, kind) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (id) DO UPDATE SET
        code = EXCLUDED.code, name = EXCLUDED.name, kind = EXCLUDED.kind, version = d.version + 1
      WHERE (d.code, d.name, d.kind) IS DISTINCT FROM (EXCLUDED.code, EXCLUDED.name, EXCLUDED.kind)
      RETURNING version`,
    values: [departmentIdOf(subdistrictId, code), subdistrictId, code, name, kind],
  });
  return rows[0]?.version;
}

function changedEvent(subdistrictId: string, { code, name }: DepartmentSeed, version: number, at: Instant): CloudEvent {
  const departmentId = departmentIdOf(subdistrictId, code);
  const data = { departmentId, code, name, active: true };
  return envelopeOf(
    { type: 'department.changed.v1', subject: departmentId, data },
    { source: 'departments', subdistrictId, at, sequence: version },
  );
}

async function seedPeople(db: Queryable, subdistrictId: string): Promise<number> {
  let written = 0;
  for (const { id, departmentId, name, post } of peopleOf(subdistrictId)) {
    const { rowCount } = await db.query({
      text: `INSERT INTO handler AS h (id, subdistrict_id, department_id, name, post, is_fictional)
        VALUES ($1, $2, $3, $4, $5, true)
        ON CONFLICT (id) DO UPDATE SET department_id = EXCLUDED.department_id, name = EXCLUDED.name, post = EXCLUDED.post
        WHERE (h.department_id, h.name, h.post) IS DISTINCT FROM (EXCLUDED.department_id, EXCLUDED.name, EXCLUDED.post)`,
      values: [id, subdistrictId, departmentId, name, post],
    });
    written += rowCount ?? 0;
  }
  return written;
}

/** A row that a ruling or an approved proposal made is left alone: they outrank the table. */
async function seedRouting(db: Queryable, subdistrictId: string, at: Instant): Promise<number> {
  const changed: CloudEvent[] = [];
  for (const { categoryCode, lead, supporting, reason, reasonEn } of ROUTING_SEED_TABLE) {
    const ids = supporting.map((code) => departmentIdOf(subdistrictId, code));
    const { rowCount } = await db.query({
      text: `INSERT INTO routing_row AS r
          (subdistrict_id, category_code, lead_department_id, supporting_department_ids, reason, reason_en)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (subdistrict_id, category_code) DO UPDATE SET
          lead_department_id = EXCLUDED.lead_department_id,
          supporting_department_ids = EXCLUDED.supporting_department_ids,
          reason = EXCLUDED.reason, reason_en = EXCLUDED.reason_en
        WHERE r.precedent_of IS NULL AND r.version = 1 AND
          (r.lead_department_id, r.supporting_department_ids, r.reason, r.reason_en) IS DISTINCT FROM
          (EXCLUDED.lead_department_id, EXCLUDED.supporting_department_ids, EXCLUDED.reason, EXCLUDED.reason_en)`,
      values: [subdistrictId, categoryCode, departmentIdOf(subdistrictId, lead), ids, reason, reasonEn],
    });
    if (rowCount) changed.push(routingEvent(subdistrictId, categoryCode, departmentIdOf(subdistrictId, lead), ids, at));
  }
  await announce(db, changed);
  return changed.length;
}

function routingEvent(
  subdistrictId: string,
  categoryCode: string,
  leadDepartmentId: string,
  supportingDepartmentIds: string[],
  at: Instant,
): CloudEvent {
  const data = { categoryCode, leadDepartmentId, supportingDepartmentIds };
  return envelopeOf(
    { type: 'routing.changed.v1', subject: categoryCode, data },
    { source: 'departments', subdistrictId, at, sequence: at },
  );
}
