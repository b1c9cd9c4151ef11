import { isUrgent, levelAbove } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import type { Route, TaskRef } from '@hsl/contracts/whistle-progress';
import { needsDeliberation } from '@hsl/domain/deliberation-duty';
import type { Limit } from '@hsl/domain/limit';
import { Refused } from '@hsl/domain/refused';
import { movedTo, NO_LADDER, startClock } from '@hsl/domain/running-clock';
import type { TaskRoundDone } from '../../department-task/department-task.messages.js';
import type { DispatchCommand, TaskNews } from '../whistle.messages.js';
import { atLevel, leadOf, moved, noted, only, step, type Decided, type WhistleStatus } from '../whistle.state.js';
import { toBeVerified } from './members.decisions.js';

const newTask = (taskId: string, departmentId: string, role: TaskRef['role'], at: Instant): TaskRef => ({
  ...{ taskId, departmentId, role, round: 1, version: 0, since: at, tried: [] },
});

/** Domain 4.2 dispatch: exactly one lead and any number of supporting departments. */
export const newTasks = (route: Route, at: Instant, newId: () => string): TaskRef[] => [
  newTask(newId(), route.leadDepartmentId, 'lead', at),
  ...route.supportingDepartmentIds.map((departmentId) => newTask(newId(), departmentId, 'supporting', at)),
];

/** Who works now, and the clock of the lead, which is the matter's. */
export function coordinating(
  status: WhistleStatus,
  owed: readonly TaskRef[],
  feedbackLimit: Limit,
  at: Instant,
): Partial<WhistleStatus> {
  return {
    feedbackLimit,
    waitingFor: owed.map(({ departmentId }) => ({ step: 'feedback', kind: 'department', id: departmentId })),
    clock: startClock('feedback', feedbackLimit, at, status.terms, { lastRung: NO_LADDER }),
  };
}

function checkUnits(status: WhistleStatus, { leadDepartmentId, supportingDepartmentIds }: DispatchCommand): Route {
  const named = [leadDepartmentId, ...supportingDepartmentIds];
  if (new Set(named).size !== named.length) throw new Refused('duplicateDepartment', status.state);
  return { leadDepartmentId, supportingDepartmentIds };
}

/** Domain 4.2 dispatch; where a session is the rule it comes first. */
export function dispatch(status: WhistleStatus, command: DispatchCommand, at: Instant, newId: () => string): Decided {
  const state = step(status, 'dispatch');
  const route = checkUnits(status, command);
  const { grade, level, households, terms, session } = status;
  const departments = 1 + route.supportingDepartmentIds.length;
  const isHeld = session?.outcome !== undefined;
  const isOwed = state !== undefined && needsDeliberation({ grade, level, households, departments }, terms.thresholds);
  if (!isHeld && (isOwed || status.state === 'DELIBERATING')) throw new Refused('deliberationRequired', status.state);
  const tasks = newTasks(route, at, newId);
  const next = moved(status, at, { state, tasks, ...coordinating(status, tasks, terms.limits.feedback, at) });
  return { next, fact: { type: 'dispatched', tasks, contentId: command.contentId } };
}

/** Domain 4.2: what the routing table sent at once, a liaison officer may correct; who stays keeps the clock. */
export function correctUnits(
  status: WhistleStatus,
  command: DispatchCommand,
  at: Instant,
  newId: () => string,
): Decided {
  only(status, 'COORDINATING');
  // While a session or the group leader's choice is waited for, no unit works on it.
  if (!isUrgent(status.grade) || status.clock?.step !== 'feedback')
    throw new Refused('unitsNotCorrectable', status.state);
  const wanted = newTasks(checkUnits(status, command), at, newId);
  const stays =
    ({ departmentId, role }: TaskRef) =>
    (one: TaskRef) =>
      one.departmentId === departmentId && one.role === role;
  const tasks = wanted.map((task) => status.tasks.find(stays(task)) ?? task);
  return replaced(status, tasks, at, command.contentId);
}

/** Domain 4.5: a return was accepted, or a dispute ruled on: another unit takes over, with a fresh clock. */
export function redispatch(
  status: WhistleStatus,
  { taskId, toDepartmentId, version: _version }: TaskRoundDone,
  at: Instant,
  newId: () => string,
): Decided | undefined {
  const returned = status.tasks.find((task) => task.taskId === taskId);
  if (status.state !== 'COORDINATING' || !returned || !toDepartmentId) return undefined;
  // What goes to the lead's own unit becomes part of the lead's task: a matter always has exactly one lead.
  const isLeads = returned.role === 'supporting' && leadOf(status)?.departmentId === toDepartmentId;
  if (isLeads)
    return replaced(
      status,
      status.tasks.filter((task) => task !== returned),
      at,
    );
  const successor = newTask(newId(), toDepartmentId, returned.role, at);
  const tasks = status.tasks
    .filter((task) => task.departmentId !== toDepartmentId || task === returned)
    .map((task) => (task === returned ? { ...successor, tried: [...task.tried, task.departmentId] } : task));
  return replaced(status, tasks, at);
}

function replaced(status: WhistleStatus, tasks: TaskRef[], at: Instant, contentId?: string): Decided {
  const droppedTaskIds = status.tasks.filter((task) => !tasks.includes(task)).map(({ taskId }) => taskId);
  if (droppedTaskIds.length === 0 && tasks.length === status.tasks.length) throw new Refused('unchanged', status.state);
  const isOwed = new Set(status.waitingFor.map(({ id }) => id));
  const owed = tasks.filter((task) => task.since === at || isOwed.has(task.departmentId));
  const isSameLead = leadOf(status)?.taskId === tasks.find((task) => task.role === 'lead')?.taskId;
  const fresh = coordinating(status, owed, status.terms.limits.feedback, at);
  const change = isSameLead ? { waitingFor: fresh.waitingFor, clock: status.clock } : fresh;
  return {
    next: moved(status, at, { tasks, ...change }),
    fact: { type: 'unitsChanged', tasks, droppedTaskIds, contentId },
  };
}

/** A department tells: the lead's deadline was moved, or somebody's sixth rung was climbed (domain 4.4 rung 6). */
export function taskNews(status: WhistleStatus, news: TaskNews): Decided | undefined {
  if (!status.tasks.some((task) => task.taskId === news.taskId)) return undefined;
  if (news.news === 'escalated') return escalate(status, news.departmentId);
  const { clock, terms } = status;
  if (leadOf(status)?.taskId !== news.taskId || clock?.step !== 'feedback') return undefined;
  const next = noted(status, { clock: movedTo(clock, news.dueAt, terms) });
  return { next, fact: { type: 'rescheduled', dueAt: news.dueAt } };
}

export const escalate = (status: WhistleStatus, departmentId?: string): Decided => ({
  next: noted(atLevel(status, levelAbove(status.level)), {}),
  fact: { type: 'escalated', departmentId },
});

/** Domain 4.2: every department has fed back, the result waits for member and community. */
export function submitFeedback(status: WhistleStatus, done: readonly TaskRoundDone[], at: Instant): Decided {
  const versions = new Map(done.map(({ taskId, version }) => [taskId, version]));
  const next = moved(status, at, {
    state: step(status, 'integrateFeedback'),
    tasks: status.tasks.map((task) => ({ ...task, version: versions.get(task.taskId) ?? task.version })),
    ...toBeVerified(status, at),
  });
  return { next, fact: { type: 'feedbackSubmitted' } };
}
