import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import { RULING_KINDS, type Ruling, type RulingKind, type rulingFilters } from '@hsl/contracts/schemas/approvals';
import type { DepartmentTask } from '@hsl/contracts/schemas/department-tasks';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DepartmentBook, type DepartmentRef } from '../directory/department-book.js';
import type { Prisma, TaskNote } from '../generated/prisma/client.js';
import { progressOf } from '../steps/task-step-specs.js';
import { listPosition, positionOf } from '../tasks/task-list-position.js';
import { TaskRepository, type TaskRow } from '../tasks/task.repository.js';
import { TasksService } from '../tasks/tasks.service.js';
import { EXTENSION_WAITS, RULING_RELATIONS, RULINGS } from './ruling-kinds.js';
import { WrittenNotes } from '../tasks/written-notes.js';

export type RulingQuery = PageQuery & z.output<z.ZodObject<typeof rulingFilters>>;

const NOTHING: Page<Ruling> = { items: [] };

/** Tasks that wait for the reader's word: returns, disputes, more time, a clock that shall stand still. */
@Injectable()
export class RulingsService {
  constructor(
    private readonly access: AccessService,
    private readonly tasks: TaskRepository,
    private readonly reading: TasksService,
    private readonly notes: WrittenNotes,
    private readonly book: DepartmentBook,
  ) {}

  /** Empty for whoever has no such word to give. @throws ProblemError validationFailed for a cursor of another list */
  async list(actor: Actor, { limit, cursor, kind }: RulingQuery, locale: Locale): Promise<Page<Ruling>> {
    const { subdistrictId } = actor;
    const kinds = RULING_KINDS.filter((one) => kind === undefined || one === kind);
    const ways = kinds.flatMap((one) => this.waysOf(actor, one));
    const after = decodeCursor(cursor, listPosition);
    if (ways.length === 0) return NOTHING;
    const where = { AND: [{ OR: ways }, this.reading.within(actor)] };
    const page = pageOf(await this.tasks.list(subdistrictId, where, limit, after), limit, positionOf);
    const written = await this.notes.of(
      subdistrictId,
      page.items.map(({ id }) => id),
      kinds.flatMap((one) => RULINGS[one].words ?? []),
    );
    const views = await this.reading.views(actor, page.items, locale);
    const named = await this.book.of(subdistrictId);
    const items = page.items.flatMap((row, index) => askedOf(row, views[index]!, kinds, written, named));
    return { ...page, items };
  }

  /** The conditions under which a kind waits for this reader; none for who may not rule on it. */
  private waysOf(actor: Actor, kind: RulingKind): Prisma.DepartmentTaskWhereInput[] {
    const { abilities, waits } = RULINGS[kind];
    return abilities
      .filter((ability) => this.access.scopes(actor, ability, RULING_RELATIONS).length > 0)
      .map((ability) => ({ AND: [waits, EXTENSION_WAITS[ability] ?? {}] }));
  }
}

/** A task may wait for several words at once; those that are never this reader's are left out. */
function askedOf(
  row: TaskRow,
  task: DepartmentTask,
  kinds: readonly RulingKind[],
  written: readonly TaskNote[],
  named: (id: string) => DepartmentRef,
): Ruling[] {
  return kinds
    .filter((kind) => RULINGS[kind].isAsked(row))
    .flatMap((kind) => {
      const { abilities, words } = RULINGS[kind];
      const own = task.actions.filter(({ name }) => abilities.includes(name));
      const action =
        own.find(({ allowed }) => allowed) ?? own.find(({ reasonCode }) => reasonCode === 'separationOfDuties');
      const note = written.findLast((one) => one.taskId === row.id && one.kind === words);
      return action ? [{ kind, task, ...askOf(row, kind, note, named), action }] : [];
    });
}

function askOf(row: TaskRow, kind: RulingKind, note: TaskNote | undefined, named: (id: string) => DepartmentRef) {
  const { returnRequest, dispute, extension } = progressOf(row);
  const said = (note?.body ?? {}) as Partial<Record<string, string>>;
  const toId = dispute?.toDepartmentId ?? returnRequest?.toDepartmentId;
  const isReturn = kind === 'return' || kind === 'siteMeeting' || kind === 'dispute';
  return {
    ...{ askedRole: note?.createdRole, askedAt: note?.createdAt.toISOString() },
    ...(isReturn && returnRequest ? { reasonCode: returnRequest.reasonCode, legalBasis: said['legalBasis'] } : {}),
    reason: said['reason'] ?? said['note'],
    ...(kind !== 'extension' && kind !== 'pause' && toId ? { toDepartment: named(toId) } : {}),
    ...(kind === 'extension' && extension ? { newDueAt: new Date(extension.newDueAt).toISOString() } : {}),
    // More time and pauses have no clock of their own; what the task owes is the department's.
    ...(kind === 'extension' || kind === 'pause' ? {} : { dueAt: row.dueAt?.toISOString() }),
  };
}
