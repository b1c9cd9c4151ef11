import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { TaskState } from '@hsl/contracts/states';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { Handler } from '../generated/prisma/client.js';

const GONE: ReadonlySet<string> = new Set<TaskState>(['CANCELLED', 'RETURNED']);

/** In whose name tasks change hands. */
export interface Mover {
  subdistrictId: string;
  userId: string;
  role: string;
}

/** Domain 4.5 member or handler leaves office: everything open goes to somebody else in one step; history is kept. */
@Injectable()
export class HandOverService {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Puts one handler in charge of a task. @throws ProblemError notFound, validationFailed for a stranger, notDispatched */
  async assign(actor: Actor, taskId: string, handlerId: string): Promise<{ id: string; assigneeId: string }> {
    const task = await this.database
      .forTenant(actor.subdistrictId)
      .departmentTask.findUnique({ where: { id: taskId } });
    if (!task) throw new ProblemError('notFound');
    this.authorize(actor, task.departmentId);
    await this.mustWorkIn(actor.subdistrictId, handlerId, task.departmentId, 'handlerId');
    // What was fed back may come back as a rework; what was taken from the department does not.
    if (GONE.has(task.state)) throw new ProblemError('notDispatched', { state: task.state });
    await this.move(moverOf(actor), 'id = $5', taskId, handlerId);
    return { id: taskId, assigneeId: handlerId };
  }

  /**
   * @returns how many open tasks were handed over
   * @throws ProblemError notFound for a handler of another department, validationFailed for a stranger or the same person
   */
  async handOver(actor: Actor, fromId: string, toId: string): Promise<{ moved: number }> {
    const leaving = await this.database.forTenant(actor.subdistrictId).handler.findUnique({ where: { id: fromId } });
    if (!leaving) throw new ProblemError('notFound');
    this.authorize(actor, leaving.departmentId);
    await this.mustTakeOver(leaving, toId, 'toHandlerId');
    return { moved: await this.passOn(moverOf(actor), fromId, toId) };
  }

  /** Everything open of one handler goes to another. @returns how many tasks it was */
  passOn(by: Mover, fromId: string, toId: string): Promise<number> {
    return this.move(by, 'assignee_id = $5 AND due_at IS NOT NULL', fromId, toId);
  }

  /** @throws ProblemError of the table of abilities */
  authorize(actor: Actor, departmentId: string): void {
    const { subdistrictId } = actor;
    const target = { subdistrictId, departmentIds: [departmentId] };
    this.access.authorize(actor, 'departmentTask.assignHandler', target);
  }

  /** @throws ProblemError validationFailed for a stranger or the same person */
  async mustTakeOver({ id, subdistrictId, departmentId }: Handler, toId: string, field: string): Promise<void> {
    await this.mustWorkIn(subdistrictId, toId, departmentId, field);
    if (toId !== id) return;
    const error = { field, code: 'unknownHandler', message: 'somebody else takes over' };
    throw new ProblemError('validationFailed', { errors: [error] });
  }

  /** @throws ProblemError validationFailed for a stranger */
  private async mustWorkIn(subdistrictId: string, id: string, departmentId: string, field: string): Promise<void> {
    const prisma = this.database.forTenant(subdistrictId);
    if (await prisma.handler.findFirst({ where: { id, departmentId } })) return;
    throw new ProblemError('validationFailed', {
      errors: [{ field, code: 'unknownHandler', message: 'nobody of this name works in the department' }],
    });
  }

  /** One statement: the tasks and a line of history for each. */
  private async move(by: Mover, condition: string, value: string, toId: string): Promise<number> {
    const { subdistrictId, userId, role } = by;
    const { rowCount } = await this.database.pool(subdistrictId).query({
      text: `WITH before AS (SELECT id, assignee_id FROM department_task WHERE subdistrict_id = $1 AND ${condition} FOR UPDATE),
        moved AS (
          UPDATE department_task AS t SET assignee_id = $2 FROM before WHERE t.id = before.id
          RETURNING t.id, t.version, before.assignee_id AS was
        )
        INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
        SELECT $1, moved.id::text, moved.version, 'assigned/' || moved.id || '/' || $2, 'assigned', $3, $6, $4,
          jsonb_build_object('from', moved.was, 'to', $2::text)
        FROM moved`,
      values: [subdistrictId, toId, userId, new Date(this.clock.now()), value, role],
    });
    return rowCount ?? 0;
  }
}

export const moverOf = ({ subdistrictId, userId, posts }: Actor): Mover => ({
  ...{ subdistrictId, userId },
  role: posts.find(({ departmentId }) => departmentId !== undefined)?.role ?? 'head',
});
