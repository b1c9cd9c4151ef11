import { actorRefOf, type Actor } from '@hsl/access/actor';
import { AccessService, type Legality } from '@hsl/access/access.service';
import type { Facts } from '@hsl/access/target';
import type { ActionView } from '@hsl/contracts/process-view';
import type {
  AnswerOrder,
  followThroughFilters,
  Interview,
  RecordInterview,
  SuperviseOrder,
} from '@hsl/contracts/schemas/task-steps';
import { taskWorkflowId } from '@hsl/contracts/workflow-ids';
import { requestIdOf } from '@hsl/database/request-id';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { UpdateSender } from '@hsl/temporal/update-sender';
import { answerOrderUpdate } from '@hsl/workflows/department-task/department-task.messages';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopesOf, scopeWhere } from '../scope-where.js';
import { TaskNotes } from '../steps/task-notes.js';
import { WrittenNotes } from '../tasks/written-notes.js';
import { interviewLegality, orderLegality, placeOf } from './follow-through-rights.js';
import { FollowThroughRepository, type InterviewRow, type OrderRow } from './follow-through.repository.js';

export type FollowThroughQuery = PageQuery & z.output<z.ZodObject<typeof followThroughFilters>>;

const orderPosition = z.strictObject({ issuedAt: z.iso.datetime(), id: z.uuid() });
const interviewPosition = z.strictObject({ summonedAt: z.iso.datetime(), id: z.uuid() });
const OPEN_ORDERS = ['ISSUED', 'ANSWERED'];
const iso = (date: Date | null): string | undefined => date?.toISOString();

/** What follows a red card (domain 4.4 rungs 4 and 5): orders that are answered and closed, interviews that are held. */
@Injectable()
export class FollowThroughService {
  constructor(
    private readonly rows: FollowThroughRepository,
    private readonly notes: TaskNotes,
    private readonly written: WrittenNotes,
    private readonly access: AccessService,
    private readonly updates: UpdateSender,
    private readonly clock: Clock,
  ) {}

  async orders(actor: Actor, query: FollowThroughQuery, locale: Locale): Promise<Page<SuperviseOrder>> {
    const { limit, cursor, open, ...filters } = query;
    const after = decodeCursor(cursor, orderPosition);
    // The open states by name: the index of what is not closed is used for them alone.
    const isOpen = open === undefined ? {} : { state: open === 'true' ? { in: OPEN_ORDERS } : 'CLOSED' };
    const where = { AND: [this.within(actor, 'order.read'), filters, isOpen] };
    const rows = await this.rows.orders(actor.subdistrictId, where, limit, after);
    const page = pageOf(rows, limit, ({ issuedAt, id }) => ({ issuedAt: issuedAt.toISOString(), id }));
    const taskIds = page.items.map(({ taskId }) => taskId);
    const answers = await this.written.of(actor.subdistrictId, taskIds, ['orderAnswer']);
    const answerOf = ({ noteId }: OrderRow) =>
      (answers.find(({ id }) => id === noteId)?.body as { answer?: string } | undefined)?.answer;
    const items = page.items.map((row) => this.shown(actor, row, answerOf(row), locale));
    return { ...page, items };
  }

  async interviews(actor: Actor, query: FollowThroughQuery, locale: Locale): Promise<Page<Interview>> {
    const { limit, cursor, open, ...filters } = query;
    const after = decodeCursor(cursor, interviewPosition);
    const isOpen = open === undefined ? {} : { heldAt: open === 'true' ? null : { not: null } };
    const where = { AND: [this.within(actor, 'interview.read'), filters, isOpen] };
    const rows = await this.rows.interviews(actor.subdistrictId, where, limit, after);
    const page = pageOf(rows, limit, ({ summonedAt, id }) => ({ summonedAt: summonedAt.toISOString(), id }));
    return { ...page, items: page.items.map((row) => this.shownInterview(actor, row, locale)) };
  }

  /**
   * The department answers within one working day; what was late is still owed. A repeat under the same key is answered
   * with the order as it is.
   * @throws ProblemError orderNotOpen with the order's state
   */
  async answer(actor: Actor, id: string, body: AnswerOrder, key: string | undefined): Promise<SuperviseOrder> {
    const order = await this.order(actor, id);
    const { role } = this.authorize(actor, 'order.answer', order);
    const by = actorRefOf(actor, role);
    const contentId = requestIdOf(actor, 'order.answer', id, body, key);
    const workflowId = taskWorkflowId(order.whistleId, order.taskId);
    const options = { updateId: contentId, notFound: 'orderNotOpen', state: order.state } as const;
    const command = { by, orderId: id, contentId };
    if (order.noteId === contentId) {
      await this.updates.remind(workflowId, answerOrderUpdate, command, options);
      return this.shown(actor, order, body.answer);
    }
    const task = { id: order.taskId, subdistrictId: actor.subdistrictId };
    await this.notes.keep(contentId, task, { kind: 'orderAnswer', body, by });
    try {
      await this.updates.execute(workflowId, answerOrderUpdate, command, options);
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'orderNotOpen')) throw error;
      // The process of the task knows only its own state; who answers asks about the order.
      throw new ProblemError('orderNotOpen', { state: (await this.order(actor, id)).state, cause: error });
    }
    return this.shown(actor, await this.order(actor, id), body.answer);
  }

  /** The deputy leader closes an answered order. @throws ProblemError orderNotOpen before the answer */
  async close(actor: Actor, id: string): Promise<SuperviseOrder> {
    const order = await this.order(actor, id);
    this.authorize(actor, 'order.close', order, { notSelf: order.answeredBy !== actor.userId });
    const closed = await this.rows.closeOrder(actor, order, new Date(this.clock.now()));
    if (!closed) throw new ProblemError('orderNotOpen', { state: order.state });
    return this.shown(actor, await this.order(actor, id));
  }

  async record(actor: Actor, id: string, { note }: RecordInterview): Promise<Interview> {
    const row = await this.rows.interview(actor.subdistrictId, id);
    if (!row) throw new ProblemError('notFound');
    this.authorize(actor, 'interview.record', row, { notSelf: true });
    const held = await this.rows.holdInterview(actor, row, note, new Date(this.clock.now()));
    if (!held) throw new ProblemError('alreadyAnswered', { state: 'HELD' });
    return this.shownInterview(actor, (await this.rows.interview(actor.subdistrictId, id))!);
  }

  /** Domain 4.4: a card is withdrawn only by a deputy leader, with reason; it stays in the history. */
  async withdrawCard(actor: Actor, id: string, reason: string): Promise<{ id: string; withdrawnAt: string }> {
    const card = await this.rows.card(actor.subdistrictId, id);
    if (!card) throw new ProblemError('notFound');
    this.authorize(actor, 'card.withdraw', card, { reasonGiven: true, notSelf: true });
    const at = new Date(this.clock.now());
    const withdrawn = await this.rows.withdrawCard(actor, card, reason, at);
    if (!withdrawn) throw new ProblemError('alreadyAnswered', { state: 'WITHDRAWN' });
    return { id, withdrawnAt: at.toISOString() };
  }

  private async order(actor: Actor, id: string): Promise<OrderRow> {
    const row = await this.rows.order(actor.subdistrictId, id);
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  private authorize(actor: Actor, action: string, row: Parameters<typeof placeOf>[1], facts: Facts = {}) {
    return this.access.authorize(actor, action, placeOf(actor, row), facts);
  }

  private shown(actor: Actor, row: OrderRow, answer?: string, locale?: Locale): SuperviseOrder {
    const facts = { notSelf: row.answeredBy !== actor.userId };
    return { ...orderView(row, answer), actions: this.actionsOf(actor, row, orderLegality(row), facts, locale) };
  }

  private shownInterview(actor: Actor, row: InterviewRow, locale?: Locale): Interview {
    const actions = this.actionsOf(actor, row, interviewLegality(row), { notSelf: true }, locale);
    return { ...interviewView(row), actions };
  }

  private actionsOf(
    ...[actor, row, legality, facts, locale]: [Actor, OrderRow | InterviewRow, Legality, Facts, Locale | undefined]
  ): ActionView[] {
    return this.access.actions(actor, Object.keys(legality), placeOf(actor, row), facts, legality, locale);
  }

  private within(actor: Actor, action: string) {
    return scopeWhere(scopesOf(this.access, actor, action), actor);
  }
}

const common = ({
  id,
  taskId,
  departmentId,
  whistleId,
  number,
  communityId,
  step,
  round,
}: OrderRow | InterviewRow) => ({
  ...{ id, taskId, departmentId, whistleId, number, communityId, step, round },
});

const orderView = (row: OrderRow, answer?: string): Omit<SuperviseOrder, 'actions'> => ({
  ...{ ...common(row), state: row.state as SuperviseOrder['state'], answer },
  ...{ issuedAt: row.issuedAt.toISOString(), dueAt: row.dueAt.toISOString() },
  ...{ answeredAt: iso(row.answeredAt), closedAt: iso(row.closedAt) },
});

const interviewView = (row: InterviewRow): Omit<Interview, 'actions'> => ({
  ...{ ...common(row), bulletinMonth: row.bulletinMonth, note: row.note ?? undefined, heldAt: iso(row.heldAt) },
  ...{ dueAt: row.dueAt.toISOString(), summonedAt: row.summonedAt.toISOString() },
});
