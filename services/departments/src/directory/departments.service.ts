import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Grant } from '@hsl/access/target';
import type { Role } from '@hsl/contracts/roles';
import type { Department, DepartmentDetails } from '@hsl/contracts/schemas/departments';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { Department as Row } from '../generated/prisma/client.js';
import { departmentsOf } from '../scope-where.js';
import { HandlerAbsencesService } from '../hand-over/handler-absences.service.js';
import { DepartmentLoad } from './department-load.js';

const position = z.strictObject({ id: z.string().max(40) });
/** People of one department; a bound against a mistake. */
const MOST_HANDLERS = 200;
/** Who dispatches to departments or stands above them; a department knows its own people. */
const KNOWS_ALL_HANDLERS: readonly Role[] = ['liaisonOfficer', 'deputyLeader', 'groupLeader'];

/** The units of the subdistrict (S118), for everybody who works with them. */
@Injectable()
export class DepartmentsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly access: AccessService,
    private readonly load: DepartmentLoad,
    private readonly absences: HandlerAbsencesService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError roleNotAllowed, validationFailed for a cursor of another list */
  async list(actor: Actor, query: PageQuery & { active?: 'true' | 'false' }): Promise<Page<Department>> {
    this.authorize(actor);
    const after = decodeCursor(query.cursor, position);
    const rows = await this.database.forTenant(actor.subdistrictId).department.findMany({
      where: {
        ...(after ? { id: { gt: after.id } } : {}),
        ...(query.active === undefined ? {} : { active: query.active === 'true' }),
      },
      orderBy: { id: 'asc' },
      take: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, ({ id }) => ({ id }));
    return { ...page, items: page.items.map(departmentOf) };
  }

  /**
   * @param idOrCode ZX-CGJ, or CGJ
   * @throws ProblemError roleNotAllowed, notFound
   */
  async details(actor: Actor, idOrCode: string): Promise<DepartmentDetails> {
    const grant = this.authorize(actor);
    const prisma = this.database.forTenant(actor.subdistrictId);
    const row = await prisma.department.findFirst({ where: { OR: [{ id: idOrCode }, { code: idOrCode }] } });
    if (!row) throw new ProblemError('notFound');
    const load = await this.load.of(actor, row.id, this.clock.now());
    if (!knowsHandlers(actor, grant, row.id)) return { ...departmentOf(row), ...load };
    const handlers = await prisma.handler.findMany({
      where: { departmentId: row.id },
      select: { id: true, name: true, post: true, isFictional: true },
      orderBy: { id: 'asc' },
      take: MOST_HANDLERS,
    });
    const absences = await this.absences.of(actor.subdistrictId, row.id);
    return { ...departmentOf(row), ...load, handlers: handlers as DepartmentDetails['handlers'], absences };
  }

  private authorize(actor: Actor): Grant {
    return this.access.authorize(actor, 'department.read', {
      subdistrictId: actor.subdistrictId,
      subdistrictWide: true,
    });
  }
}

const knowsHandlers = (actor: Actor, { role }: Grant, departmentId: string): boolean =>
  KNOWS_ALL_HANDLERS.includes(role) || departmentsOf(actor).includes(departmentId);

const departmentOf = ({ id, code, name, kind, active }: Row): Department => ({
  ...{ id, code, name, active },
  kind: kind as Department['kind'],
});
