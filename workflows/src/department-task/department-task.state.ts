import type { Instant } from '@hsl/contracts/instants';
import type { TaskView } from '@hsl/contracts/process-view';
import type { TaskState } from '@hsl/contracts/states';
import type { RungAt } from '@hsl/contracts/steps';
import { Refused } from '@hsl/domain/refused';
import {
  afterRung,
  deadlineOf,
  FULL_LADDER,
  movedTo,
  nearestClock,
  rearmed,
  startClock,
  type RunningClock,
} from '@hsl/domain/running-clock';
import type { TaskAfter, TaskFact } from './department-task.activities.js';
import type { DepartmentTaskInput, StopTask, TermsChanged } from './department-task.messages.js';

export interface TaskStatus {
  input: DepartmentTaskInput;
  state: TaskState;
  version: number;
  /** Absent in a rework, which is not acknowledged again. */
  acknowledge?: RunningClock;
  feedback: RunningClock;
  acknowledgedAt?: Instant;
  feedbackAt?: Instant;
  rungsFired: TaskView['rungsFired'];
}

export interface TaskDecided {
  next: TaskStatus;
  fact: TaskFact;
}

/** Both clocks run from the dispatch; a rework starts with the work itself. */
export function begun(input: DepartmentTaskInput): TaskDecided {
  const { dispatchedAt: at, terms, feedbackLimit, departmentId: holderId, round } = input;
  const extra = { holderId, lastRung: FULL_LADDER };
  const feedback = startClock('feedback', feedbackLimit, at, terms, extra);
  const base = { input, version: input.version + 1, feedback, rungsFired: [] };
  if (round > 1) return { next: { ...base, state: 'IN_PROGRESS' }, fact: { type: 'reworked' } };
  const acknowledge = startClock('acknowledge', terms.limits.acknowledge, at, terms, extra);
  return { next: { ...base, state: 'DISPATCHED', acknowledge }, fact: { type: 'dispatched' } };
}

/** @throws Refused `alreadyAnswered` when it is acknowledged already */
export function acknowledge(status: TaskStatus, at: Instant): TaskDecided {
  if (status.state !== 'DISPATCHED') throw new Refused('alreadyAnswered', status.state);
  const next: TaskStatus = { ...status, state: 'ACKNOWLEDGED', acknowledgedAt: at, version: status.version + 1 };
  return { next, fact: { type: 'acknowledged', onTime: at <= (status.acknowledge?.dueAt ?? at) } };
}

/** @throws Refused `wrongState` before the acknowledgement, `alreadyAnswered` after the feedback */
export function submitFeedback(status: TaskStatus, contentId: string, at: Instant): TaskDecided {
  if (status.state === 'FEEDBACK_SUBMITTED') throw new Refused('alreadyAnswered', status.state);
  if (status.state === 'DISPATCHED') throw new Refused('wrongState', status.state);
  const next: TaskStatus = { ...status, state: 'FEEDBACK_SUBMITTED', feedbackAt: at, version: status.version + 1 };
  return { next, fact: { type: 'feedbackSubmitted', onTime: at <= status.feedback.dueAt, contentId } };
}

/** The whistle wants nothing more of the department: withdrawn, merged, other units, or on the ledger. */
export function stop(status: TaskStatus, { as: state }: StopTask): TaskDecided | undefined {
  if (isOver(status)) return undefined;
  return { next: { ...status, state, version: status.version + 1 }, fact: { type: 'stopped' } };
}

/** Domain 4.3: grade raised or lowered, a new calendar, an earlier deadline: every clock again from its own start. */
export function changeTerms(status: TaskStatus, change: TermsChanged): TaskDecided | undefined {
  if (isOver(status)) return undefined;
  const { terms, grade, level, feedbackLimit = status.feedback.limit, notAfter } = change;
  const feedback = rearmed(status.feedback, feedbackLimit, terms);
  const isEarlier = notAfter !== undefined && notAfter < feedback.dueAt;
  const next: TaskStatus = {
    ...status,
    input: { ...status.input, terms, grade, level },
    feedback: isEarlier ? movedTo(feedback, notAfter, terms) : feedback,
    acknowledge: status.acknowledge && rearmed(status.acknowledge, terms.limits.acknowledge, terms),
    version: status.version + 1,
  };
  return { next, fact: { type: 'termsChanged' } };
}

const OVER: readonly TaskState[] = ['FEEDBACK_SUBMITTED', 'CANCELLED', 'LEDGERED'];
/** The department owes nothing more in this round. */
export const isOver = ({ state }: TaskStatus): boolean => OVER.includes(state);

/** The clocks of what is still owed. */
export function runningClocks(status: TaskStatus): RunningClock[] {
  const { state, acknowledge: ack, feedback } = status;
  if (isOver(status)) return [];
  return state === 'DISPATCHED' && ack ? [ack, feedback] : [feedback];
}

/** A rung of domain 4.4 for the acknowledgement or the feedback; each fires once, in order. */
export function ring(status: TaskStatus, clock: RunningClock, { rung, kind }: RungAt, at: Instant): TaskDecided {
  const step = clock.step === 'acknowledge' ? 'acknowledge' : 'feedback';
  const next: TaskStatus = {
    ...status,
    [step]: afterRung(clock),
    version: status.version + 1,
    rungsFired: [...status.rungsFired, { step, rung, at }],
  };
  return { next, fact: { type: 'rung', step, rung, kind, dueAt: clock.dueAt } };
}

export function rowOf(status: TaskStatus): TaskAfter {
  const { acknowledge: ack, feedback, acknowledgedAt, feedbackAt } = status;
  const nextRung = nearestClock(runningClocks(status))?.rung;
  return {
    state: status.state,
    round: status.input.round,
    acknowledgeDueAt: ack?.dueAt ?? feedback.startedAt,
    feedbackDueAt: feedback.dueAt,
    deadlines: [...(ack ? [deadlineOf(ack, acknowledgedAt)] : []), deadlineOf(feedback, feedbackAt)],
    ...(nextRung ? { nextRung } : {}),
  };
}

export function taskView(status: TaskStatus): TaskView {
  const { taskId, departmentId, role, round } = status.input;
  const { deadlines, nextRung } = rowOf(status);
  const { state, version, rungsFired } = status;
  return { taskId, departmentId, role, round, state, version, deadlines, nextRung, rungsFired };
}
