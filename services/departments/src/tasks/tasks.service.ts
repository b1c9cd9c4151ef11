import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { DepartmentTask, departmentTaskFilters } from '@hsl/contracts/schemas/department-tasks';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DepartmentBook, type DepartmentRef } from '../directory/department-book.js';
import type { Prisma } from '../generated/prisma/client.js';
import { departmentsOf, scopesOf, scopeWhere } from '../scope-where.js';
import { actionsOf } from './task-actions.js';
import { listPosition, positionOf } from './task-list-position.js';
import { taskViewOf } from './task-view.js';
import { waitingOf } from './task-waiting.js';
import { TaskRepository, type Surroundings, type TaskRow } from './task.repository.js';

export type TaskQuery = PageQuery & z.output<z.ZodObject<typeof departmentTaskFilters>>;

/** The tasks of departments as people list them (S118). */
@Injectable()
export class TasksService {
  constructor(
    private readonly access: AccessService,
    private readonly tasks: TaskRepository,
    private readonly book: DepartmentBook,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError roleNotAllowed, validationFailed for a cursor of another list */
  async list(actor: Actor, { limit, cursor, ...filters }: TaskQuery, locale: Locale): Promise<Page<DepartmentTask>> {
    const { subdistrictId } = actor;
    const after = decodeCursor(cursor, listPosition);
    const where = { AND: [this.within(actor), this.filterOf(actor, filters)] };
    const rows = await this.tasks.list(subdistrictId, where, limit, after);
    const page = pageOf(rows, limit, positionOf);
    return { ...page, items: await this.views(actor, page.items, locale) };
  }

  /** Those of one page, in its order. */
  async views(actor: Actor, tasks: readonly TaskRow[], locale: Locale): Promise<DepartmentTask[]> {
    const whistleIds = tasks.map(({ whistleId }) => whistleId);
    const around = await this.tasks.surroundings(actor.subdistrictId, whistleIds);
    const named = await this.book.of(actor.subdistrictId);
    return tasks.map((task) => this.view(actor, task, around.get(task.whistleId)!, named, locale));
  }

  /** The condition that selects the tasks the actor may read. @throws ProblemError roleNotAllowed */
  within(actor: Actor): Prisma.DepartmentTaskWhereInput {
    return scopeWhere(scopesOf(this.access, actor, 'departmentTask.read'), actor);
  }

  /** One task as this reader sees it now. */
  view(
    actor: Actor,
    task: TaskRow,
    around: Surroundings,
    named: (departmentId: string) => DepartmentRef,
    locale: Locale,
  ): DepartmentTask {
    const actions = actionsOf(this.access, actor, task, around, locale, (id) => named(id).name);
    return taskViewOf(task, named(task.departmentId), waitingOf(task, around), actions, this.clock.now());
  }

  private filterOf(actor: Actor, filters: Omit<TaskQuery, 'limit' | 'cursor'>): Prisma.DepartmentTaskWhereInput {
    const { mine, overdue, ...equal } = filters;
    const isLate: Prisma.DepartmentTaskWhereInput = { dueAt: { lt: new Date(this.clock.now()) } };
    return {
      AND: [
        equal,
        mine === 'true' ? { departmentId: { in: departmentsOf(actor) } } : {},
        overdue === 'true' ? isLate : {},
        overdue === 'false' ? { OR: [{ dueAt: null }, { NOT: isLate }] } : {},
      ],
    };
  }
}
