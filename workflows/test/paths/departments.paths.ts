import * as tasks from '../../src/department-task/department-task.messages.js';
import { contactUpdate } from '../../src/whistle/whistle.messages.js';
import { until, work, type Road } from '../road.js';
import type { Path } from './path.js';
import type { Scene } from './scene.js';

const returning = { reasonCode: 'notOurDuty', toDepartmentId: 'ZX-GDG' } as const;
const DAY_MS = 86_400_000;

const taskFor = (road: Road, departmentId: string): Promise<string> =>
  until(() => road.tasks().find((one) => one.departmentId === departmentId)?.taskId);

/** The lead gives it back, the next unit does too. */
async function dispute(scene: Scene): Promise<{ road: Road; second: string }> {
  const { road, lead } = await scene.coordinating();
  await road.actOn(lead, tasks.requestReturnUpdate, 'handler', returning);
  await road.actOn(lead, tasks.ruleReturnUpdate, 'liaisonOfficer', { isAccepted: true });
  const second = await taskFor(road, 'ZX-GDG');
  await road.actOn(second, tasks.requestReturnUpdate, 'handler', { ...returning, toDepartmentId: 'ZX-CGJ' });
  await road.actOn(second, tasks.recordSiteMeetingUpdate, 'liaisonOfficer', { contentId: 'meeting' });
  await road.actOn(second, tasks.ruleDisputeUpdate, 'deputyLeader', { toDepartmentId: 'ZX-GDG' });
  return { road, second };
}

/** Departments at work, late, and at odds. */
export const DEPARTMENTS: readonly Path[] = [
  {
    name: 'late-department',
    play: async (scene) => {
      const { road, lead, supporting } = await scene.coordinating();
      await road.acknowledge(lead);
      await scene.pass('60 days');
      // Both count as acknowledged by now.
      await road.feedBack(supporting);
      await road.feedBack(lead);
      await scene.fact(road, 'feedbackSubmitted');
    },
  },
  {
    name: 'decided-on-between-two-feedbacks',
    play: async (scene) => {
      const { road, lead, supporting } = await scene.coordinating();
      await road.acknowledge(supporting);
      await road.feedBack(supporting);
      await road.act(contactUpdate, 'liaisonOfficer', {});
      await work(road, lead);
    },
  },
  {
    name: 'returned-to-another-unit',
    play: async (scene) => {
      const { road, lead, supporting } = await scene.coordinating();
      await road.actOn(lead, tasks.requestReturnUpdate, 'handler', returning);
      await road.actOn(lead, tasks.ruleReturnUpdate, 'liaisonOfficer', { isAccepted: true });
      await work(road, supporting, await taskFor(road, 'ZX-GDG'));
    },
  },
  {
    name: 'return-refused',
    play: async (scene) => {
      const { road, lead, supporting } = await scene.coordinating();
      await road.actOn(lead, tasks.requestReturnUpdate, 'handler', returning);
      await road.actOn(lead, tasks.ruleReturnUpdate, 'liaisonOfficer', { isAccepted: false });
      await work(road, supporting, lead);
    },
  },
  {
    name: 'disputed-and-settled',
    play: async (scene) => {
      const { road } = await dispute(scene);
      await scene.pass('12 days');
      await until(() => road.tasks().find(({ fact }) => fact.type === 'disputeSettled'));
    },
  },
  {
    name: 'disputed-and-appealed',
    play: async (scene) => {
      const { road, second } = await dispute(scene);
      await road.actOn(second, tasks.appealUpdate, 'head', { contentId: 'appeal' });
      await road.actOn(second, tasks.ruleAppealUpdate, 'groupLeader', { toDepartmentId: 'ZX-SQB' });
      await taskFor(road, 'ZX-SQB');
    },
  },
  {
    name: 'deadline-extended',
    play: async (scene) => {
      const { road, lead } = await scene.coordinating();
      await road.acknowledge(lead);
      const { deadlines } = await road.task(lead).query(tasks.taskQuery);
      const newDueAt = deadlines.find(({ step }) => step === 'feedback')!.dueAt + DAY_MS;
      await road.actOn(lead, tasks.requestExtensionUpdate, 'handler', { newDueAt });
      await road.actOn(lead, tasks.ruleExtensionUpdate, 'liaisonOfficer', { isApproved: true });
      await scene.fact(road, 'rescheduled');
    },
  },
];
