import { queryRows } from '@hsl/database/model-rows';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';

/** A department as other objects name it. */
export interface DepartmentRef {
  id: string;
  code: string;
  name: string;
}

/** A subdistrict has some twenty departments; the bound is against a mistake, not against growth. */
const MOST = 500;
const NAMES = `SELECT id, code, name FROM department WHERE subdistrict_id = $1 LIMIT ${MOST}`;

/** Names of departments, for the objects that carry only their ids. */
@Injectable()
export class DepartmentBook {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  async of(subdistrictId: string): Promise<(id: string) => DepartmentRef> {
    const rows = await queryRows<DepartmentRef>(this.database.pool(subdistrictId), NAMES, [subdistrictId]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    // One that was dispatched to but is not in the table is named by its id rather than hidden.
    return (id) => byId.get(id) ?? { id, code: id, name: id };
  }

  /** @throws ProblemError unknownDepartment naming the field */
  async mustKnow(subdistrictId: string, id: string, field: string): Promise<void> {
    const found = await this.database.forTenant(subdistrictId).department.findFirst({ where: { id, active: true } });
    if (!found) {
      throw new ProblemError('unknownDepartment', {
        errors: [{ field, code: 'unknownDepartment', message: 'unknownDepartment' }],
      });
    }
  }
}
