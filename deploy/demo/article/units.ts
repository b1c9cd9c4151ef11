import type { Databases } from './databases.js';
import { TENANT } from './period.js';

/** Who handles what, as the departments' owner has it. */
export interface Units {
  routes: { categoryCode: string; leadDepartmentId: string }[];
  departmentIds: string[];
}

export async function readUnits(databases: Databases): Promise<Units> {
  const routes = await databases.rows<Units['routes'][number]>(
    'departments',
    `SELECT category_code AS "categoryCode", lead_department_id AS "leadDepartmentId" FROM routing_row
     WHERE subdistrict_id = $1 ORDER BY category_code`,
    [TENANT],
  );
  const departments = await databases.rows<{ id: string }>(
    'departments',
    'SELECT id FROM department WHERE subdistrict_id = $1 AND active ORDER BY id',
    [TENANT],
  );
  return { routes, departmentIds: departments.map(({ id }) => id) };
}
