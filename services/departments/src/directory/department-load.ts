import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Instant } from '@hsl/contracts/instants';
import type { DepartmentDetails } from '@hsl/contracts/schemas/departments';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { scopeWhere } from '../scope-where.js';

type Load = Pick<DepartmentDetails, 'openTasks' | 'overdueTasks' | 'cards'>;

/** How much lies with a department. Counts use the scope of the single object: what may not be read is not counted. */
@Injectable()
export class DepartmentLoad {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly access: AccessService,
  ) {}

  async of(actor: Actor, departmentId: string, now: Instant): Promise<Load> {
    const prisma = this.database.forTenant(actor.subdistrictId);
    const tasks = scopeWhere(this.access.scopes(actor, 'departmentTask.read'), actor);
    const cards = scopeWhere(this.access.scopes(actor, 'card.read'), actor);
    const open = { AND: [{ departmentId, dueAt: { not: null } }, tasks] };
    const [openTasks, overdueTasks, byKind] = await Promise.all([
      prisma.departmentTask.count({ where: open }),
      prisma.departmentTask.count({ where: { AND: [open, { dueAt: { lt: new Date(now) } }] } }),
      prisma.card.groupBy({ by: ['kind'], where: { AND: [{ departmentId }, cards] }, _count: true }),
    ]);
    const countOf = (kind: string): number => byKind.find((row) => row.kind === kind)?._count ?? 0;
    return { openTasks, overdueTasks, cards: { yellow: countOf('yellow'), red: countOf('red') } };
  }

  /** Open tasks of each of these departments: the load a dispatch is chosen by. */
  async openTasks(actor: Actor, departmentIds: readonly string[]): Promise<(id: string) => number> {
    const readable = scopeWhere(this.access.scopes(actor, 'departmentTask.read'), actor);
    const rows = await this.database.forTenant(actor.subdistrictId).departmentTask.groupBy({
      by: ['departmentId'],
      where: { AND: [{ departmentId: { in: [...departmentIds] }, dueAt: { not: null } }, readable] },
      _count: true,
    });
    const counts = new Map(rows.map(({ departmentId, _count }) => [departmentId, _count]));
    return (id) => counts.get(id) ?? 0;
  }
}
