import type { DepartmentKind } from '@hsl/contracts/department-kinds';
import type { CloudEvent } from '@hsl/contracts/event';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import type { ImportDefinition } from '@hsl/imports/import-definition';
import { z } from 'zod';

export interface DepartmentLine {
  code: string;
  name: string;
  kind: DepartmentKind;
  active: boolean;
}

interface Changed {
  id: string;
  code: string;
  name: string;
  active: boolean;
  version: number;
  is_new: boolean;
}

const KINDS: Readonly<Record<string, DepartmentKind>> = {
  机关: 'bureau',
  队伍: 'brigade',
  企业: 'utility',
  街道: 'office',
};
const kind = z.enum(['机关', '队伍', '企业', '街道', 'bureau', 'brigade', 'utility', 'office']);
const yesOrNo = z.enum(['是', '否', 'yes', 'no']).default('是');
const WRITE = `INSERT INTO department AS d (id, subdistrict_id, code, name, kind, active)
  SELECT upper($1) || '-' || l.code, $1, l.code, l.name, l.kind, l.active
  FROM jsonb_to_recordset($2::jsonb) AS l (code text, name text, kind text, active boolean)
  ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, kind = EXCLUDED.kind, active = EXCLUDED.active,
    version = d.version + 1
  WHERE (d.name, d.kind, d.active) IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.kind, EXCLUDED.active)
  RETURNING id, code, name, active, version, version = 1 AS is_new`;

/** The units of a subdistrict from a table that the office keeps (domain 6). */
export const departmentImport = (now: () => number): ImportDefinition<DepartmentLine> => ({
  columns: {
    code: { titles: ['代码', 'code'], schema: z.string().regex(/^[A-Z]{2,8}$/), example: 'YLJ' },
    name: { titles: ['名称', 'name'], schema: z.string().max(40), example: '园林局' },
    kind: {
      titles: ['类别', 'kind'],
      schema: kind.transform((said) => KINDS[said] ?? (said as DepartmentKind)),
      example: '机关',
    },
    active: {
      titles: ['在用', 'active'],
      schema: yesOrNo.transform((said) => said === '是' || said === 'yes'),
      example: '是',
    },
  },
  keyOf: ({ code }) => code,
  ability: 'department.manage',
  async write(db, { subdistrictId }, rows) {
    const { rows: changed } = await db.query<Changed>({
      text: WRITE,
      values: [subdistrictId, JSON.stringify(rows)],
    });
    await announce(
      db,
      changed.map((one) => changedEvent(subdistrictId, one, now())),
    );
    const added = changed.filter(({ is_new }) => is_new).length;
    return { added, changed: changed.length - added };
  },
});

function changedEvent(subdistrictId: string, { id, code, name, active, version }: Changed, at: number): CloudEvent {
  const event = { type: 'department.changed.v1', subject: id, data: { departmentId: id, code, name, active } } as const;
  return envelopeOf(event, { source: 'departments', subdistrictId, at, sequence: version });
}
