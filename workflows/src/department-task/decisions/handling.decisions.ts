import type { Instant } from '@hsl/contracts/instants';
import type { RungAt, Step } from '@hsl/contracts/steps';
import type { Calendar } from '@hsl/domain/limit';
import { Refused } from '@hsl/domain/refused';
import { afterRung, movedTo, rearmed, recomputed, withCalendar, type RunningClock } from '@hsl/domain/running-clock';
import type { FeedbackCommand, StopTask, TaskCommand, TermsChanged } from '../department-task.messages.js';
import {
  isOver,
  isPaused,
  mustBeWorking,
  remembering,
  stepped,
  withOrder,
  type TaskDecided,
  type TaskStatus,
} from '../department-task.state.js';

/** @throws Refused `alreadyAnswered` when it is acknowledged already */
export function acknowledge(status: TaskStatus, _command: TaskCommand, at: Instant): TaskDecided {
  if (status.state !== 'DISPATCHED') throw new Refused('alreadyAnswered', status.state);
  return acknowledged(status, at, false);
}

/** Domain 4.5: one working day late counts as acknowledged, so that the handling time keeps running. */
export const acknowledgeTacitly = (status: TaskStatus, at: Instant): TaskDecided | undefined =>
  status.state === 'DISPATCHED' ? acknowledged(status, at, true) : undefined;

function acknowledged(status: TaskStatus, at: Instant, tacit: boolean): TaskDecided {
  const onTime = !tacit && at <= (status.acknowledge?.dueAt ?? at);
  const next = stepped(status, { state: 'ACKNOWLEDGED', acknowledgedAt: at });
  return { next, fact: { type: 'acknowledged', onTime, tacit } };
}

/** @throws Refused `wrongState` before the acknowledgement or while a return is open, `alreadyAnswered` after it */
export function submitFeedback(status: TaskStatus, { contentId }: FeedbackCommand, at: Instant): TaskDecided {
  if (status.state === 'FEEDBACK_SUBMITTED') throw new Refused('alreadyAnswered', status.state);
  if (status.state === 'DISPATCHED') throw new Refused('wrongState', status.state);
  mustBeWorking(status);
  const onTime = isPaused(status) || at <= status.feedback.dueAt;
  const next = stepped(status, { state: 'FEEDBACK_SUBMITTED', feedbackAt: at, outcome: 'fedBack' });
  return { next, fact: { type: 'feedbackSubmitted', onTime, contentId } };
}

/** Domain 4.2: the lead marks a supporting unit unnecessary, with reason. */
export function waive(status: TaskStatus, { contentId }: TaskCommand): TaskDecided {
  if (isOver(status)) throw new Refused('alreadyAnswered', status.state);
  if (status.input.role !== 'supporting') throw new Refused('wrongState', status.state);
  return { next: stepped(status, { state: 'CANCELLED', outcome: 'waived' }), fact: { type: 'waived', contentId } };
}

/** The whistle wants nothing more of the department: withdrawn, merged, other units, or on the ledger. */
export function stop(status: TaskStatus, { as: state }: StopTask): TaskDecided | undefined {
  if (isOver(status)) return undefined;
  return { next: stepped(status, { state, outcome: 'stopped' }), fact: { type: 'stopped' } };
}

/** Domain 4.3: grade raised or lowered, an earlier deadline: every clock again from its own start. */
export function changeTerms(status: TaskStatus, change: TermsChanged): TaskDecided | undefined {
  if (isOver(status)) return undefined;
  const { terms, grade, level, feedbackLimit = status.feedback.limit, notAfter } = change;
  const feedback = rearmed(status.feedback, feedbackLimit, terms);
  const isEarlier = notAfter !== undefined && notAfter < feedback.dueAt;
  const next = stepped(status, {
    input: { ...status.input, terms, grade, level },
    feedback: isEarlier ? movedTo(feedback, notAfter, terms) : feedback,
    acknowledge: status.acknowledge && rearmed(status.acknowledge, acknowledgeLimitOf(status, terms), terms),
    ruling: status.ruling && rearmed(status.ruling, status.ruling.limit, terms),
  });
  return { next, fact: { type: 'termsChanged' } };
}

/** Domain 2.7: a new calendar; provisional deadlines are found again, those of orders too. */
export function loadCalendar(status: TaskStatus, calendar: Calendar): TaskDecided | undefined {
  const terms = withCalendar(status.input.terms, calendar);
  if (!terms || isOver(status)) return undefined;
  const { feedback, acknowledge, ruling, orders } = status;
  const next = stepped(status, {
    input: { ...status.input, terms },
    feedback: recomputed(feedback, terms),
    acknowledge: acknowledge && recomputed(acknowledge, terms),
    ruling: ruling && recomputed(ruling, terms),
    orders: orders.map((order) => ({ ...order, clock: recomputed(order.clock, terms) })),
  });
  return { next, fact: { type: 'termsChanged' } };
}

/** After a refused return the time to acknowledge is not the grade's. */
const acknowledgeLimitOf = ({ acknowledge: ack, progress }: TaskStatus, terms: TermsChanged['terms']) =>
  progress.returnRequest && ack ? ack.limit : terms.limits.acknowledge;

/** A rung of domain 4.4 for one of its clocks; each fires once, in order; the fourth issues an order. */
export function ring(
  status: TaskStatus,
  clock: RunningClock,
  { rung, kind }: RungAt,
  at: Instant,
  newId: () => string,
): TaskDecided {
  const { step } = clock;
  const { lateSteps } = status.progress;
  const late: Step[] = kind === 'redCard' && !lateSteps.includes(step) ? [...lateSteps, step] : lateSteps;
  const climb = <C extends RunningClock | undefined>(one: C): C => (one === clock ? (afterRung(clock) as C) : one);
  const climbed: TaskStatus = {
    ...status,
    ...{ acknowledge: climb(status.acknowledge), feedback: climb(status.feedback), ruling: climb(status.ruling) },
    orders: status.orders.map((order) => ({ ...order, clock: climb(order.clock) })),
    rungsFired: [...status.rungsFired, { step, rung, at }],
  };
  const fact = { type: 'rung', step, rung, kind, dueAt: clock.dueAt } as const;
  if (kind !== 'superviseOrder' || !isDepartments(step))
    return { next: remembering(climbed, { lateSteps: late }), fact };
  const { status: ordered, order } = withOrder(climbed, step, at, newId);
  return { next: remembering(ordered, { lateSteps: late }), fact: { ...fact, order } };
}

/** Orders go to departments; a ruling that is late is the leadership's own. */
const isDepartments = (step: Step): boolean => step === 'acknowledge' || step === 'feedback';

/** Domain 4.4 rung 4: the department has answered the order; the step itself is still owed. */
export function answerOrder(
  status: TaskStatus,
  { orderId, contentId }: TaskCommand & { orderId: string },
): TaskDecided {
  if (!status.orders.some((order) => order.orderId === orderId)) throw new Refused('orderNotOpen', status.state);
  const orders = status.orders.filter((order) => order.orderId !== orderId);
  const openOrders = status.progress.openOrders.filter((id) => id !== orderId);
  return { next: remembering(status, { openOrders }, { orders }), fact: { type: 'orderAnswered', orderId, contentId } };
}
