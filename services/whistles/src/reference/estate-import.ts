import { MANAGEMENT_TYPES, type ManagementType } from '@hsl/contracts/management-types';
import type { Queryable } from '@hsl/database/queryable';
import type { Actor } from '@hsl/access/actor';
import type { CheckedRow, ImportDefinition, RowFault } from '@hsl/imports/import-definition';
import { z } from 'zod';

export interface EstateLine {
  code: string;
  community: string;
  name: string;
  households: number;
  managementType: ManagementType;
  elderlyPercent?: number;
  buildings?: number;
  manager?: string;
}

const TYPES: Readonly<Record<string, ManagementType>> = {
  专业物业: 'commissioned',
  自管: 'selfManaged',
  托管: 'collective',
  无: 'none',
};
const count = (most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().max(most));

const WRITE = `WITH said AS (
    SELECT upper($1) || '-E' || l.code AS id, upper($1) || l.community AS community_id, l.*
    FROM jsonb_to_recordset($2::jsonb) AS l (code text, community text, name text, households integer,
      "managementType" text, "elderlyPercent" integer, buildings integer, manager text)
  ), written AS (
    INSERT INTO estate AS e (id, subdistrict_id, community_id, name, households, management_type, elderly_percent,
      buildings, manager)
    SELECT id, $1, community_id, name, households, "managementType", "elderlyPercent", buildings, manager FROM said
    ON CONFLICT (id) DO UPDATE SET community_id = EXCLUDED.community_id, name = EXCLUDED.name,
      households = EXCLUDED.households, management_type = EXCLUDED.management_type,
      elderly_percent = coalesce(EXCLUDED.elderly_percent, e.elderly_percent),
      buildings = coalesce(EXCLUDED.buildings, e.buildings), manager = coalesce(EXCLUDED.manager, e.manager)
    WHERE (e.community_id, e.name, e.households, e.management_type, e.elderly_percent, e.buildings, e.manager)
      IS DISTINCT FROM (EXCLUDED.community_id, EXCLUDED.name, EXCLUDED.households, EXCLUDED.management_type,
        coalesce(EXCLUDED.elderly_percent, e.elderly_percent), coalesce(EXCLUDED.buildings, e.buildings),
        coalesce(EXCLUDED.manager, e.manager))
    RETURNING id
  )
  SELECT (SELECT count(*) FROM written)::integer AS written,
    (SELECT count(*) FROM said WHERE NOT EXISTS (SELECT 1 FROM estate o WHERE o.id = said.id))::integer AS added`;

/** The estates of a subdistrict from a table that the office keeps (S84). What a row leaves out stays as it is. */
export const ESTATE_IMPORT: ImportDefinition<EstateLine> = {
  columns: {
    code: { titles: ['编号', 'code'], schema: z.string().regex(/^\d{2,4}$/), example: '12' },
    community: { titles: ['社区编号', 'community'], schema: z.string().regex(/^\d{2}$/), example: '04' },
    name: { titles: ['小区名称', '名称', 'name'], schema: z.string().max(60), example: '鸿元东区' },
    households: { titles: ['户数', 'households'], schema: count(20_000), example: '260' },
    managementType: {
      titles: ['管理方式', 'managementType'],
      schema: z
        .enum(['专业物业', '自管', '托管', '无', ...MANAGEMENT_TYPES])
        .transform((said) => TYPES[said] ?? (said as ManagementType)),
      example: '无',
    },
    elderlyPercent: { titles: ['老年人占比', 'elderlyPercent'], schema: count(100).optional(), example: '31' },
    buildings: { titles: ['楼栋数', 'buildings'], schema: count(500).optional(), example: '8' },
    manager: { titles: ['物业单位', 'manager'], schema: z.string().max(60).optional(), example: '' },
  },
  keyOf: ({ code }) => code,
  ability: 'community.manage',
  check: unknownCommunities,
  async write(db, { subdistrictId }, rows) {
    const values = [subdistrictId, JSON.stringify(rows)];
    const { rows: counts } = await db.query<{ written: number; added: number }>({ text: WRITE, values });
    const { written = 0, added = 0 } = counts[0] ?? {};
    return { added, changed: written - added };
  },
};

async function unknownCommunities(
  db: Queryable,
  { subdistrictId }: Actor,
  rows: readonly CheckedRow<EstateLine>[],
): Promise<RowFault[]> {
  const { rows: communities } = await db.query<{ code: string }>({
    text: 'SELECT code FROM community WHERE subdistrict_id = $1',
    values: [subdistrictId],
  });
  const known = new Set(communities.map(({ code }) => code));
  return rows.flatMap(({ line, row: { community } }) =>
    known.has(community) ? [] : [{ line, column: '社区编号', code: 'unknown' as const, value: community }],
  );
}
