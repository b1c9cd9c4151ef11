import { randomUUID } from 'node:crypto';
import { TASK_QUEUES, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { Grade, Track } from '@hsl/contracts/grades';
import type { ActorRef, Role } from '@hsl/contracts/roles';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { calendarSlice } from '@hsl/domain/calendar-slice';
import { termsFor } from '@hsl/domain/matter-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { confirmUpdate } from '../src/check-in/check-in.messages.js';
import { acknowledgeUpdate, feedbackUpdate } from '../src/department-task/department-task.messages.js';
import {
  acceptUpdate,
  dispatchUpdate,
  PRESENT_GENERATION,
  revisitUpdate,
  verifyUpdate,
} from '../src/whistle/whistle.messages.js';
import type { UpdateDefinition } from '@temporalio/common';
import type { TaskCommand, TaskStepTaken } from '../src/department-task/department-task.messages.js';
import type { TaskDecision } from '../src/department-task/department-task.activities.js';
import type { WhistleDecision } from '../src/whistle/whistle.activities.js';
import type { Command, StepTaken } from '../src/whistle/whistle.messages.js';
import type { RevisitCommand, VerifyCommand, WhistleInput } from '../src/whistle/whistle.messages.js';
import { handles, type Stage } from './stage.js';

export const by = (role: Role): ActorRef => ({ userId: `zx-${role}`, role });
/** The years that a test can live in, as the owner cuts it for a matter. */
const CALENDAR = calendarSlice(CHINA_CALENDAR, Date.UTC(2026, 0, 1), 3_660);
export const termsOf = (grade: Grade) => termsFor({ version: 1, content: DEFAULT_RULE_SET }, grade, CALENDAR);

const MEMBERS = ['M01', 'M02', 'M03', 'M04', 'M05', 'M06'];

/** What a whistle needs of a stage; any server will do whose owners are stood in for. */
export type Ground = Pick<Stage, 'client' | 'records'> & { env: Pick<Stage['env'], 'currentTimeMs'> };

/** A whistle on a stage, with one method per deed of a person. */
export async function blow(stage: Ground, extra: Partial<WhistleInput> = {}, members = MEMBERS) {
  const whistleId = extra.whistleId ?? randomUUID();
  const { records, client } = stage;
  records.available.set(whistleId, [...members]);
  const input: WhistleInput = {
    ...{ whistleId, number: 'ZX-2021-000001', subdistrictId: 'zx', communityId: 'ZX01', categoryCode: 'C1' },
    ...{ blownAt: await stage.env.currentTimeMs(), defaultGrade: 'G3', level: 'blue', terms: termsOf('G3') },
    ...{ reporterCount: 1, generation: PRESENT_GENERATION, ...extra },
  };
  await client.workflow.start('whistleWorkflow', {
    workflowId: whistleWorkflowId(whistleId),
    taskQueue: TASK_QUEUES.whistles,
    args: [input],
  });
  const { whistle, checkIn, task } = handles(client, whistleId);
  const accepted = { by: by('liaisonOfficer'), tier: 'neighbourhood', track: 'immediate', level: 'blue' } as const;
  /** Any update of the whistle, by a person of that role. */
  const act = <C extends Command>(update: UpdateDefinition<StepTaken, [C]>, role: Role, command: Omit<C, 'by'>) =>
    whistle.executeUpdate(update, { args: [{ by: by(role), ...command } as unknown as C] });
  /** Any update of a department's task. */
  const actOn = <C extends TaskCommand>(
    taskId: string,
    update: UpdateDefinition<TaskStepTaken, [C]>,
    role: Role,
    command: Omit<C, 'by'>,
  ) => task(taskId).executeUpdate(update, { args: [{ by: by(role), ...command } as unknown as C] });
  return {
    ...{ whistleId, input, whistle, checkIn, task, act, actOn },
    sessions: () => records.sessions.filter((one) => one.whistleId === whistleId),
    until: <T>(look: (road: { decisions: () => WhistleDecision[]; tasks: () => TaskDecision[] }) => T | undefined) =>
      until(() =>
        look({
          decisions: () => records.whistles.filter((one) => one.whistleId === whistleId),
          tasks: () => records.tasks.filter((one) => one.whistleId === whistleId),
        }),
      ),
    decisions: () => records.whistles.filter((one) => one.whistleId === whistleId),
    checkIns: () => records.checkIns.filter((one) => one.whistleId === whistleId),
    tasks: () => records.tasks.filter((one) => one.whistleId === whistleId),
    taskOf: (departmentId: string) =>
      task(records.tasks.find((one) => one.whistleId === whistleId && one.departmentId === departmentId)!.taskId),
    accept: (grade: Grade = 'G3', track: Track = 'immediate') =>
      whistle.executeUpdate(acceptUpdate, { args: [{ ...accepted, track, grade, terms: termsOf(grade) }] }),
    confirm: (memberId: string) =>
      checkIn.executeUpdate(confirmUpdate, { args: [{ by: by('member'), checkInId: `${whistleId}:${memberId}` }] }),
    dispatch: (leadDepartmentId: string, ...supportingDepartmentIds: string[]) =>
      whistle.executeUpdate(dispatchUpdate, {
        args: [{ by: by('liaisonOfficer'), leadDepartmentId, supportingDepartmentIds }],
      }),
    verify: (verdict: VerifyCommand['verdict']) =>
      whistle.executeUpdate(verifyUpdate, { args: [{ by: by('communityWorker'), verdict }] }),
    revisit: (satisfaction: RevisitCommand['satisfaction'], solved: RevisitCommand['solved'] = 'yes') =>
      whistle.executeUpdate(revisitUpdate, { args: [{ by: by('liaisonOfficer'), satisfaction, solved }] }),
    acknowledge: (taskId: string) => task(taskId).executeUpdate(acknowledgeUpdate, { args: [{ by: by('handler') }] }),
    feedBack: (taskId: string) =>
      task(taskId).executeUpdate(feedbackUpdate, { args: [{ by: by('handler'), contentId: 'draft' }] }),
  };
}

export type Road = Awaited<ReturnType<typeof blow>>;

/** Polls without moving the time on: the workflow is about to get there by itself. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>, timeoutMs = 10_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Takes a whistle to where one member has come and nobody has dispatched it. */
export async function checkedIn(road: Road, grade: Grade = 'G3', track: Track = 'immediate'): Promise<void> {
  await road.accept(grade, track);
  await until(() => road.checkIns().find((one) => one.fact.type === 'requested'));
  await road.confirm('M01');
  await until(() => road.decisions().find((one) => one.fact.type === 'checkedIn'));
}

/** Takes a whistle to COORDINATING with a lead and one supporting department; answers their task ids. */
export async function toCoordinating(
  road: Road,
  grade: Grade = 'G3',
  track: Track = 'immediate',
): Promise<{ lead: string; supporting: string }> {
  await checkedIn(road, grade, track);
  await road.dispatch('ZX-CGJ', 'ZX-XFD');
  const created = (id: string) => until(() => road.tasks().find((one) => one.departmentId === id)?.taskId);
  return { lead: await created('ZX-CGJ'), supporting: await created('ZX-XFD') };
}

/** Acknowledges and feeds back for each task, then waits for the whistle to be verified. */
export async function work(road: Road, ...taskIds: string[]): Promise<void> {
  for (const taskId of taskIds) {
    await road.acknowledge(taskId);
    await road.feedBack(taskId);
  }
  await until(() => road.decisions().find((one) => one.fact.type === 'feedbackSubmitted'));
}
