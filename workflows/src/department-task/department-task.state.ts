import type { Instant } from '@hsl/contracts/instants';
import type { TaskView } from '@hsl/contracts/process-view';
import type { TaskState } from '@hsl/contracts/states';
import type { Step } from '@hsl/contracts/steps';
import type { TaskProgress } from '@hsl/contracts/task-progress';
import { Refused } from '@hsl/domain/refused';
import { deadlineOf, FULL_LADDER, nearestClock, startClock, type RunningClock } from '@hsl/domain/running-clock';
import type { IssuedOrder, TaskAfter, TaskFact } from './department-task.activities.js';
import type { DepartmentTaskInput, TaskRoundDone } from './department-task.messages.js';

/** A supervise order and the time to answer it. */
export interface OpenOrder {
  orderId: string;
  clock: RunningClock;
}

export interface TaskStatus {
  input: DepartmentTaskInput;
  state: TaskState;
  version: number;
  /** Absent in a rework, which is not acknowledged again. */
  acknowledge?: RunningClock;
  feedback: RunningClock;
  /** The one ruling that is waited for: return, dispute, appeal, extension. */
  ruling?: RunningClock;
  orders: OpenOrder[];
  progress: TaskProgress;
  acknowledgedAt?: Instant;
  feedbackAt?: Instant;
  /** How the round ended; absent while the department owes something. */
  outcome?: TaskRoundDone['outcome'];
  /** Set when another unit takes over for good. */
  toDepartmentId?: string;
  rungsFired: TaskView['rungsFired'];
}

export interface TaskDecided {
  next: TaskStatus;
  fact: TaskFact;
}

/** Both clocks run from the dispatch; a rework starts with the work itself, a false feedback with a supervise order. */
export function begun(input: DepartmentTaskInput, newId: () => string): TaskDecided {
  const { dispatchedAt: at, terms, feedbackLimit, departmentId: holderId, round, tried, falseFeedback } = input;
  const extra = { holderId, lastRung: FULL_LADDER };
  const feedback = startClock('feedback', feedbackLimit, at, terms, extra);
  const progress: TaskProgress = { tried, extensionsGranted: 0, idleFlags: [], openOrders: [], lateSteps: [] };
  const base: TaskStatus = {
    ...{ input, version: input.version + 1, feedback, orders: [], progress, rungsFired: [] },
    state: 'IN_PROGRESS',
  };
  if (round > 1) {
    if (!falseFeedback) return { next: base, fact: { type: 'reworked' } };
    const { status: next, order } = withOrder(base, 'feedback', at, newId);
    return { next, fact: { type: 'reworked', order } };
  }
  const acknowledge = startClock('acknowledge', terms.limits.acknowledge, at, terms, extra);
  return { next: { ...base, state: 'DISPATCHED', acknowledge }, fact: { type: 'dispatched' } };
}

/** Domain 4.4 rung 4: an order in the deputy leader's name, to be answered in one working day. */
export function withOrder(
  status: TaskStatus,
  step: Step,
  at: Instant,
  newId: () => string,
): { status: TaskStatus; order: IssuedOrder } {
  const { terms, departmentId: holderId } = status.input;
  const orderId = newId();
  const clock = startClock('orderAnswer', terms.steps.orderAnswer, at, terms, { holderId, lastRung: 3 });
  const { progress } = status;
  return {
    status: {
      ...status,
      orders: [...status.orders, { orderId, clock }],
      progress: { ...progress, openOrders: [...progress.openOrders, orderId] },
    },
    order: { orderId, step, dueAt: clock.dueAt },
  };
}

/** One version later. */
export const stepped = (status: TaskStatus, change: Partial<TaskStatus>): TaskStatus => ({
  ...status,
  ...change,
  version: status.version + 1,
});

/** The same, with something new to remember. */
export const remembering = (
  status: TaskStatus,
  progress: Partial<TaskProgress>,
  change: Partial<TaskStatus> = {},
): TaskStatus => stepped(status, { ...change, progress: { ...status.progress, ...progress } });

/** The department owes nothing more in this round. */
export const isOver = ({ outcome }: TaskStatus): boolean => outcome !== undefined;

/** In these the department works, or should. */
const WORKING: readonly TaskState[] = ['DISPATCHED', 'ACKNOWLEDGED', 'IN_PROGRESS'];
/** @throws Refused with the code, unless the department is at work */
export function mustBeWorking({ state }: TaskStatus, code: Refused['code'] = 'wrongState'): void {
  if (!WORKING.includes(state)) throw new Refused(code, state);
}

export const isPaused = ({ progress: { pause } }: TaskStatus): boolean =>
  pause !== undefined && pause.resumedAt === undefined;

/** The clocks of what is still owed, by whomever. */
export function runningClocks(status: TaskStatus): RunningClock[] {
  if (isOver(status)) return [];
  const { state, acknowledge, feedback, ruling, orders } = status;
  return [
    ...(state === 'DISPATCHED' && acknowledge ? [acknowledge] : []),
    ...(isPaused(status) ? [] : [feedback]),
    ...(ruling ? [ruling] : []),
    ...orders.map(({ clock }) => clock),
  ];
}

export function rowOf(status: TaskStatus): TaskAfter {
  const { acknowledge: ack, feedback, ruling, orders, acknowledgedAt, feedbackAt, input, progress } = status;
  const nextRung = nearestClock(runningClocks(status))?.rung;
  const beside = isOver(status) ? [] : [...(ruling ? [ruling] : []), ...orders.map(({ clock }) => clock)];
  return {
    state: status.state,
    ...{ round: input.round, grade: input.grade, level: input.level, progress },
    acknowledgeDueAt: ack?.dueAt ?? feedback.startedAt,
    feedbackDueAt: feedback.dueAt,
    deadlines: [
      ...(ack ? [deadlineOf(ack, acknowledgedAt)] : []),
      { ...deadlineOf(feedback, feedbackAt), paused: isPaused(status) },
      ...beside.map((clock) => deadlineOf(clock)),
    ],
    ...(nextRung ? { nextRung } : {}),
  };
}

export function taskView(status: TaskStatus): TaskView {
  const { taskId, departmentId, role, round } = status.input;
  const { deadlines, nextRung } = rowOf(status);
  const { state, version, rungsFired } = status;
  return { taskId, departmentId, role, round, state, version, deadlines, nextRung, rungsFired };
}
