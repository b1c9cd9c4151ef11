import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { UpdateDefinition } from '@temporalio/common';
import type { Instant } from '@hsl/contracts/instants';
import {
  allHandlersFinished,
  condition,
  getExternalWorkflowHandle,
  proxyLocalActivities,
  setHandler,
  uuid4,
} from '@temporalio/workflow';
import { RECORDING } from '../flow/activity-options.js';
import { Alarm } from '../flow/alarm.js';
import { calendarLoadedSignal } from '../flow/calendar.messages.js';
import { Decider } from '../flow/decider.js';
import { tellMatter } from '../flow/lost-errands.js';
import { unlessEnded } from '../flow/unless-ended.js';
import { waitOrClimb } from '../flow/wait-or-climb.js';
import { taskNewsSignal, type TaskNews } from '../whistle/whistle.messages.js';
import * as handling from './decisions/handling.decisions.js';
import * as returns from './decisions/returns.decisions.js';
import * as time from './decisions/time.decisions.js';
import type { DepartmentTaskActivities } from './department-task.activities.js';
import * as messages from './department-task.messages.js';
import {
  begun,
  isOver,
  rowOf,
  runningClocks,
  taskView,
  type TaskDecided,
  type TaskStatus,
} from './department-task.state.js';

type Task = Decider<TaskStatus, TaskDecided>;

const { recordTaskDecision } = proxyLocalActivities<DepartmentTaskActivities>(RECORDING);

/** One department's part of a whistle, for one round: from the dispatch to the feedback, or another end (domain 4.1). */
export async function departmentTaskWorkflow(input: messages.DepartmentTaskInput): Promise<messages.TaskRoundDone> {
  const { taskId, whistleId, number, subdistrictId, communityId, departmentId, categoryCode, role, round } = input;
  const ids = { taskId, whistleId, number, subdistrictId, communityId, departmentId, categoryCode, role };
  const first = begun(input, uuid4);
  const task: Task = new Decider<TaskStatus, TaskDecided>(first.next, async ({ next, fact }, at, by) => {
    const { version } = next;
    const from = version === first.next.version ? undefined : task.now.state;
    await recordTaskDecision({ ...ids, version, at, by, from, fact, after: rowOf(next) });
    await tellWhistle(next, fact);
    return next;
  });
  // The row must exist before anybody acts on it: this decision has the first turn.
  const created = task.decide(() => first);
  listen(task);

  await created;
  await waitOrClimb(new Alarm(), {
    done: () => isOver(task.now),
    clocks: () => runningClocks(task.now),
    ring: (clock, rung) => climb(task, clock, rung),
  });
  await condition(allHandlersFinished);
  const { version, outcome = 'stopped', toDepartmentId } = task.now;
  const done: messages.TaskRoundDone = { taskId, round, version, outcome, toDepartmentId };
  if (input.isBegunAgain) await tellMatter(whistleId, done);
  return done;
}

/** What people may do to a task, and the rule that decides each. */
function listen(task: Task): void {
  const taken = ({ state, version }: TaskStatus): messages.TaskStepTaken => ({ state, version });
  const on = <C extends messages.TaskCommand>(
    update: UpdateDefinition<messages.TaskStepTaken, [C]>,
    rule: (now: TaskStatus, command: C, at: Instant) => TaskDecided,
  ) => task.onUpdate(update, rule, taken);

  setHandler(messages.taskQuery, () => taskView(task.now));
  on(messages.acknowledgeUpdate, handling.acknowledge);
  on(messages.feedbackUpdate, handling.submitFeedback);
  on(messages.waiveUpdate, handling.waive);
  on(messages.answerOrderUpdate, handling.answerOrder);
  on(messages.requestReturnUpdate, returns.requestReturn);
  on(messages.ruleReturnUpdate, returns.ruleReturn);
  on(messages.recordSiteMeetingUpdate, returns.recordSiteMeeting);
  on(messages.ruleDisputeUpdate, returns.ruleDispute);
  on(messages.appealUpdate, returns.appeal);
  on(messages.ruleAppealUpdate, returns.ruleAppeal);
  on(messages.requestExtensionUpdate, time.requestExtension);
  on(messages.ruleExtensionUpdate, time.ruleExtension);
  on(messages.flagIdleUpdate, time.flagIdle);
  on(messages.agreePauseUpdate, time.agreePause);
  setHandler(
    messages.stopTaskSignal,
    async (command) => void (await task.decide((now) => handling.stop(now, command))),
  );
  setHandler(messages.termsChangedSignal, async (change) => {
    await task.decide((now) => handling.changeTerms(now, change));
  });
  setHandler(calendarLoadedSignal, async ({ calendar }) => {
    await task.decide((now) => handling.loadCalendar(now, calendar));
  });
  setHandler(messages.resumeSignal, async () => void (await task.decide(time.resume)));
}

/** Domain 4.4: each rung once and in order; 4.5: a silence of one working day acknowledges, an unused appeal settles. */
async function climb(
  task: Task,
  ...[clock, rung]: Parameters<Parameters<typeof waitOrClimb>[1]['ring']>
): Promise<void> {
  const runs = (now: TaskStatus) => runningClocks(now).includes(clock);
  if (clock.step === 'appeal' && rung.kind === 'redCard') {
    await task.decide((now, at) => (runs(now) ? returns.settleUnappealed(now, at) : undefined));
    return;
  }
  await task.decide((now, at) => (runs(now) ? handling.ring(now, clock, rung, at, uuid4) : undefined));
  if (clock.step === 'acknowledge' && rung.kind === 'superviseOrder') await task.decide(handling.acknowledgeTacitly);
}

/** The whistle shows the lead's deadline, and its level rises with the sixth rung (domain 4.4). */
async function tellWhistle({ input, feedback }: TaskStatus, fact: TaskDecided['fact']): Promise<void> {
  const { whistleId, taskId, departmentId, role } = input;
  const isMoved = role === 'lead' && (fact.type === 'extended' || fact.type === 'resumed');
  const isEscalated = fact.type === 'rung' && fact.kind === 'escalatedSupervision';
  if (!isMoved && !isEscalated) return;
  const news: TaskNews = isMoved
    ? { taskId, departmentId, news: 'rescheduled', dueAt: feedback.dueAt }
    : { taskId, departmentId, news: 'escalated' };
  await unlessEnded(() => getExternalWorkflowHandle(whistleWorkflowId(whistleId)).signal(taskNewsSignal, news));
}
