import { isUrgent } from '@hsl/contracts/grades';
import type { ApiClient } from './api-client.js';
import type { DepartmentTask } from './api-answers.js';
import type { DemoCase } from './cases.js';
import { Matter } from './matter.js';
import type { Narrator } from './narrator.js';
import { missingRungs, outcomeOf, type Outcome } from './outcome.js';
import type { People } from './people.js';
import { rungsOf } from './rungs.js';
import {
  accept,
  acknowledge,
  blow,
  checkInAfterSilence,
  checkInAtOnce,
  deliberate,
  dispatch,
  dispatchedTasks,
  feedBack,
  revisit,
  verify,
} from './steps.js';
import { msUntil } from './until.js';

export interface Stage {
  people: People;
  /** Reads everything and changes nothing. */
  watcher: ApiClient;
  narrator: Narrator;
}

/**
 * Plays one case from the whistle to the conclusion, as the people who would. Never rejects.
 * What is urgent goes to its units with the acceptance, while members are still being asked.
 */
export async function playCase({ people, watcher, narrator }: Stage, demo: DemoCase): Promise<Outcome> {
  let matter: Matter | undefined;
  try {
    matter = new Matter(demo.name, await blow(people, demo), watcher, narrator);
    await accept(people, matter, demo);
    const arrival = (demo.isSilent ? checkInAfterSilence : checkInAtOnce)(people, matter);
    arrival.catch(() => undefined);
    if (!isUrgent(demo.grade)) {
      await arrival;
      await deliberate(people, matter, demo);
      await dispatch(people, matter, demo);
    }
    await handle(people, matter, demo, arrival);
    await revisit(people, matter, demo.results.length - 1);
    return await ended(matter, demo);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    narrator.say(`✗ ${demo.name}：${message}`);
    const failed = { case: demo.name, number: matter?.blown.number, ok: false, error: message };
    const told = rungsOf(matter?.entries ?? []);
    const reminders = told.filter(({ kind }) => kind === 'reminder');
    return { ...failed, cards: told.filter(({ kind }) => kind !== 'reminder'), reminders };
  }
}

/** Departments acknowledge and feed back, the lead last; what is found not done is done again by the lead. */
async function handle(people: People, matter: Matter, demo: DemoCase, arrival: Promise<void>): Promise<void> {
  const tasks = await dispatchedTasks(matter, demo);
  const supporting = tasks.filter(({ role }) => role === 'supporting');
  const lead = tasks.find(({ role }) => role === 'lead');
  if (!lead) throw new Error(`${demo.name}：没有主办单位的任务`);
  for (const task of supporting) await acknowledge(people, task);
  if (demo.isLate) await redCard(matter, lead);
  await acknowledge(people, lead);
  for (const task of supporting) await feedBack(people, task, '本单位负责的部分已完成。');
  for (const [round, result] of demo.results.entries()) {
    if (round > 0) await reworkBegun(matter, round);
    await feedBack(people, lead, result);
    await arrival;
    await verify(people, matter, demo, round);
  }
}

async function redCard(matter: Matter, { department, acknowledgeDueAt }: DepartmentTask): Promise<void> {
  await matter.until(
    `${department.name} 的红牌`,
    async () => {
      const told = rungsOf(matter.entries);
      return told.find(({ kind, departmentId }) => kind === 'redCard' && departmentId === department.id);
    },
    msUntil(acknowledgeDueAt),
  );
}

async function reworkBegun(matter: Matter, round: number): Promise<void> {
  await matter.until(`第 ${round + 1} 轮办理开始`, async () => {
    const lead = (await matter.tasks()).find(({ role }) => role === 'lead');
    return lead?.round === round + 1 && lead.state === 'IN_PROGRESS' ? lead : undefined;
  });
}

/** The other services' lines come into the history by events, a moment after the deed. */
async function ended(matter: Matter, demo: DemoCase): Promise<Outcome> {
  const { state } = await matter.untilState(demo.expected.state, demo.results.length - 1);
  await matter.until('经过中的全部提醒和黄红牌', async () =>
    missingRungs(demo.expected, rungsOf(matter.entries)).length === 0 ? true : undefined,
  );
  const outcome = outcomeOf(demo, matter.blown.number, state, rungsOf(matter.entries));
  return { ...outcome, endedAt: matter.entries.findLast(({ kind }) => kind === 'concluded')?.at };
}
