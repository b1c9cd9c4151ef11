import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Grant } from '@hsl/access/target';
import type { DepartmentTaskDetails } from '@hsl/contracts/schemas/department-tasks';
import { modelColumns, queryRows } from '@hsl/database/model-rows';
import type { Locale } from '@hsl/platform/locale';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { DepartmentBook, type DepartmentRef } from '../directory/department-book.js';
import { Prisma, type Card, type Feedback } from '../generated/prisma/client.js';
import { progressOf } from '../steps/task-step-specs.js';
import { DisputeStatements } from './dispute-statements.js';
import { TaskReader, type ReachedTask } from './task-reader.js';
import { relationsOf, targetOf } from './task-rights.js';
import { cardViewOf, feedbackViewOf } from './task-view.js';
import type { TaskRow } from './task.repository.js';
import { TasksService } from './tasks.service.js';

/** Two cards per step and a feedback per round: a bound against a mistake. */
const MOST_PARTS = 100;

const CARDS = `SELECT ${modelColumns(Prisma.CardScalarFieldEnum, 'c')} FROM card c
  WHERE c.task_id = $1 AND c.subdistrict_id = $2 ORDER BY c.issued_at DESC LIMIT ${MOST_PARTS}`;
const FEEDBACK = `SELECT ${modelColumns(Prisma.FeedbackScalarFieldEnum, 'f')} FROM feedback f
  WHERE f.task_id = $1 AND f.subdistrict_id = $2 AND f.final_at IS NOT NULL
  ORDER BY f.final_at DESC LIMIT ${MOST_PARTS}`;

/** One task with everything that belongs to it and that its reader may know. */
@Injectable()
export class TaskDetailsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly reader: TaskReader,
    private readonly tasks: TasksService,
    private readonly access: AccessService,
    private readonly book: DepartmentBook,
    private readonly statements: DisputeStatements,
  ) {}

  /** @throws ProblemError as TaskReader.get does */
  async details(actor: Actor, id: string, locale: Locale): Promise<DepartmentTaskDetails> {
    const reached = await this.reader.get(actor, id, () => 'departmentTask.read');
    const { task, around, grant } = reached;
    const pool = this.database.pool(actor.subdistrictId);
    const named = await this.book.of(actor.subdistrictId);
    const mayReadDispute = this.mayRead('dispute.read', actor, reached);
    const [cards, feedback, statements] = await Promise.all([
      this.mayRead('card.read', actor, reached) ? queryRows<Card>(pool, CARDS, [task.id, task.subdistrictId]) : [],
      queryRows<Feedback>(pool, FEEDBACK, [task.id, task.subdistrictId]),
      mayReadDispute ? this.statements.of(task, named) : [],
    ]);
    return {
      ...this.tasks.view(actor, task, around, named, locale),
      cards: cards.map((card) => cardViewOf(card, named(card.departmentId))),
      feedback: feedback.map(feedbackViewOf),
      others: around.siblings
        .filter((sibling) => sibling.id !== task.id && maySee(sibling, task, grant))
        .map(({ id: otherId, departmentId, role, state, feedbackDueAt }) => ({
          id: otherId,
          department: named(departmentId),
          role: role as DepartmentTaskDetails['role'],
          state: state as DepartmentTaskDetails['state'],
          feedbackDueAt: feedbackDueAt.toISOString(),
        })),
      ...(mayReadDispute ? disputeOf(task, named) : {}),
      statements,
    };
  }

  private mayRead(right: 'card.read' | 'dispute.read', actor: Actor, { task, around }: ReachedTask): boolean {
    const [view] = this.access.actions(actor, [right], targetOf(task, around, actor), relationsOf(task, actor));
    return view?.allowed === true;
  }
}

function disputeOf(task: TaskRow, named: (id: string) => DepartmentRef): Pick<DepartmentTaskDetails, 'dispute'> {
  const { dispute } = progressOf(task);
  return dispute ? { dispute: { phase: dispute.phase, toDepartment: named(dispute.toDepartmentId) } } : {};
}

/** A supporting unit sees the lead and its own part; the lead, and who stands above both, sees all units. */
const maySee = (sibling: TaskRow, own: TaskRow, { scope }: Grant): boolean =>
  scope !== 'ownDepartment' || own.role === 'lead' || sibling.role === 'lead';
