import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Dispute, disputeFilters } from '@hsl/contracts/schemas/approvals';
import type { DepartmentTask } from '@hsl/contracts/schemas/department-tasks';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { DepartmentBook, type DepartmentRef } from '../directory/department-book.js';
import type { Prisma } from '../generated/prisma/client.js';
import { scopesOf, scopeWhere } from '../scope-where.js';
import { progressOf } from '../steps/task-step-specs.js';
import { DisputeStatements } from '../tasks/dispute-statements.js';
import { listPosition, positionOf, ruledPosition } from '../tasks/task-list-position.js';
import { TaskReader } from '../tasks/task-reader.js';
import { TaskRepository, type TaskRow } from '../tasks/task.repository.js';
import { TasksService } from '../tasks/tasks.service.js';
import { DISPUTE_NOTES, writtenOf } from './dispute-view.js';
import { WrittenNotes } from '../tasks/written-notes.js';

export type DisputeQuery = PageQuery & z.output<z.ZodObject<typeof disputeFilters>>;

/** Whose duty is it (domain 4.5): disputes as those read them who rule, and those who are parties. */
@Injectable()
export class DisputesService {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly access: AccessService,
    private readonly tasks: TaskRepository,
    private readonly reading: TasksService,
    private readonly reader: TaskReader,
    private readonly statements: DisputeStatements,
    private readonly notes: WrittenNotes,
    private readonly book: DepartmentBook,
  ) {}

  /** @throws ProblemError roleNotAllowed, validationFailed for a cursor of another list */
  async list(actor: Actor, { limit, cursor, open }: DisputeQuery, locale: Locale): Promise<Page<DepartmentTask>> {
    const page = await (open === 'false' ? this.settled(actor, limit, cursor) : this.open(actor, limit, cursor));
    return { ...page, items: await this.reading.views(actor, page.items, locale) };
  }

  /** The least time left first. */
  private async open(actor: Actor, limit: number, cursor: string | undefined): Promise<Page<TaskRow>> {
    const after = decodeCursor(cursor, listPosition);
    const where = { AND: [{ state: 'DISPUTED' }, this.within(actor)] };
    return pageOf(await this.tasks.list(actor.subdistrictId, where, limit, after), limit, positionOf);
  }

  /** The latest ruling first, back to the first there was. */
  private async settled(actor: Actor, limit: number, cursor: string | undefined): Promise<Page<TaskRow>> {
    const after = decodeCursor(cursor, ruledPosition);
    const where = { AND: [{ NOT: { state: 'DISPUTED' } }, this.within(actor)] };
    const rows = await this.tasks.ruled(actor.subdistrictId, where, limit, after);
    return pageOf(rows, limit, ({ ruledAt, id }) => ({ ruledAt: ruledAt!.toISOString(), id }));
  }

  /** @throws ProblemError as TaskReader.get does; notFound also for a task that nobody returned */
  async one(actor: Actor, id: string, locale: Locale): Promise<Dispute> {
    const { task, around } = await this.reader.get(actor, id, () => 'dispute.read');
    const { subdistrictId } = actor;
    const line = lineOf(task, around.siblings);
    const ids = line.map((one) => one.id);
    const [named, written, said, [view], routed] = await Promise.all([
      this.book.of(subdistrictId),
      this.notes.of(subdistrictId, ids, DISPUTE_NOTES),
      this.book.of(subdistrictId).then((names) => this.statements.of(task, names)),
      this.reading.views(actor, [task], locale),
      this.routedOf(task),
    ]);
    const { dispute, tried = [] } = progressOf(task);
    const departmentOf = (taskId: string) => line.find((one) => one.id === taskId)?.departmentId ?? task.departmentId;
    return {
      task: view!,
      ...(dispute ? { toDepartment: named(dispute.toDepartmentId) } : {}),
      ...(task.state === 'DISPUTED' ? { phase: dispute?.phase } : {}),
      tried: tried.map(named),
      ...{ ...writtenOf(written, departmentOf, named), statements: said },
      precedent: routed ? precedentOf(routed, task, named) : undefined,
    };
  }

  private routedOf({ subdistrictId, categoryCode }: TaskRow) {
    const key = { subdistrictId, categoryCode };
    return this.database.forTenant(subdistrictId).routingRow.findUnique({ where: { subdistrictId_categoryCode: key } });
  }

  /** A party is not only who has the task: also who had it, and who is named. */
  private within(actor: Actor): Prisma.DepartmentTaskWhereInput {
    const scopes = scopesOf(this.access, actor, 'dispute.read', ['isParty']);
    const own = scopes.flatMap(({ departmentIds }) => departmentIds ?? []);
    const within = scopeWhere(scopes, actor);
    // Who reads them all needs no other way in, and an empty condition would be lost in an OR.
    if (own.length === 0 || Object.keys(within).length === 0) return within;
    const party = own.flatMap((id): Prisma.DepartmentTaskWhereInput[] => [
      { progress: { path: ['tried'], array_contains: [id] } },
      { progress: { path: ['dispute', 'toDepartmentId'], equals: id } },
    ]);
    return { OR: [within, ...party] };
  }
}

type Routed = NonNullable<Awaited<ReturnType<DisputesService['routedOf']>>>;

/** The same part of the matter on its way from unit to unit. */
function lineOf(task: TaskRow, siblings: readonly TaskRow[]): TaskRow[] {
  const { tried = [] } = progressOf(task);
  const before = siblings.filter(
    ({ id, role, departmentId, state }) =>
      id !== task.id && role === task.role && state === 'RETURNED' && tried.includes(departmentId),
  );
  return [...before, task];
}

const precedentOf = (row: Routed, { whistleId, categoryCode }: TaskRow, named: (id: string) => DepartmentRef) => ({
  ...{ categoryCode, lead: named(row.leadDepartmentId), isThis: row.precedentOf === whistleId },
  whistleId: row.precedentOf ?? undefined,
});
