import type { CloudEvent } from '@hsl/contracts/event';
import type { Queryable } from '@hsl/database/queryable';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** The copy of the departments, whose owner is another service. */
@Injectable()
export class DepartmentsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  /** Takes what the event says unless a later one has been taken. */
  async keep(db: Queryable, event: CloudEvent<'department.changed.v1'>): Promise<void> {
    const { departmentId, active, name } = event.data;
    await db.query({
      name: 'keep_department',
      text: `INSERT INTO department (subdistrict_id, department_id, active, sequence, name)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (subdistrict_id, department_id)
        DO UPDATE SET active = EXCLUDED.active, sequence = EXCLUDED.sequence, name = EXCLUDED.name
        WHERE department.sequence < EXCLUDED.sequence`,
      values: [event.subdistrictid, departmentId, active, event.sequence, name],
    });
  }

  /**
   * @param named departments by the field of the request that names them
   * @throws ProblemError unknownDepartment naming the first field whose department does not exist or is closed
   */
  async mustKnow(subdistrictId: string, named: Readonly<Record<string, string>>): Promise<void> {
    const rows = await this.database.forTenant(subdistrictId).department.findMany({
      where: { subdistrictId, departmentId: { in: Object.values(named) }, active: true },
      select: { departmentId: true },
    });
    const known = new Set(rows.map(({ departmentId }) => departmentId));
    const unknown = Object.entries(named).find(([, id]) => !known.has(id));
    if (!unknown) return;
    const code = 'unknownDepartment';
    throw new ProblemError(code, { errors: [{ field: unknown[0], code, message: code }] });
  }
}
