import { eventually } from '../client.js';
import { toVerifying, type Story } from '../story.js';
import type { Moment, Thing } from './kind.js';

const reason = '试一试';
const DAY_MS = 86_400_000;

const does = async (tale: Story, who: string, task: Thing, path: string, body: object = {}) =>
  tale.ok(path, await tale.as(who).post(`/api/department-tasks/${task.id}/${path}`, body));

/** The newest task of the urban management bureau, which whoever acts in the matrix belongs to. */
const ours = async (tale: Story, whistleId: string): Promise<Thing> => {
  const { id, feedbackDueAt } = (await tale.taskOf(whistleId, 'cgj')) as { id: string; feedbackDueAt: string };
  return { id, others: { whistleId, feedbackDueAt } };
};

const dispatched = (tale: Story, ...supporting: string[]) => dispatchedAs(tale, 'G3', ...supporting);

async function dispatchedAs(tale: Story, grade: string, ...supporting: string[]): Promise<Thing> {
  const { id } = await tale.blow();
  await tale.accept(id, grade);
  await tale.checkIn(id);
  await tale.dispatch(id, 'CGJ', ...supporting);
  const task = await ours(tale, id);
  if (supporting.length === 0) return task;
  const { id: supportingId } = (await tale.taskOf(id, supporting[0]!.toLowerCase())) as { id: string };
  return { ...task, others: { ...task.others, supportingId } };
}

const acknowledged = async (tale: Story, ...supporting: string[]): Promise<Thing> => {
  const task = await dispatched(tale, ...supporting);
  await does(tale, 'handler-cgj', task, 'acknowledgement');
  return task;
};

const then =
  (reach: (tale: Story) => Promise<Thing>, who: string, path: string, body: object | ((thing: Thing) => object) = {}) =>
  async (tale: Story): Promise<Thing> => {
    const task = await reach(tale);
    await does(tale, who, task, path, typeof body === 'function' ? body(task) : body);
    return task;
  };

/** Another unit had it and said "not mine"; now ours says so, too. */
async function disputed(tale: Story): Promise<Thing> {
  const { id } = await tale.blow();
  await tale.accept(id);
  await tale.checkIn(id);
  await tale.dispatch(id, 'ZJJ');
  const first = (await tale.taskOf(id, 'zjj')) as Thing;
  await does(tale, 'handler-zjj', first, 'return-request', returnTo('ZX-CGJ'));
  await does(tale, 'liaison1', first, 'return-ruling', { accept: true, reason });
  const task = await ours(tale, id);
  await does(tale, 'handler-cgj', task, 'return-request', returnTo('ZX-GAJ'));
  return task;
}

async function fedBack(tale: Story): Promise<Thing> {
  const { id } = await tale.blow();
  await toVerifying(tale, id);
  const { id: supportingId } = (await tale.taskOf(id, 'xfd')) as { id: string };
  const task = await ours(tale, id);
  return { ...task, others: { ...task.others, supportingId } };
}

async function verified(tale: Story): Promise<Thing> {
  const task = await fedBack(tale);
  await tale.verify(task.others!.whistleId!, 'pass', 'member-01');
  await tale.verify(task.others!.whistleId!, 'pass', 'worker-01');
  await inState(tale, task, 'VERIFIED');
  return task;
}

async function inRework(tale: Story): Promise<Thing> {
  const task = await fedBack(tale);
  await tale.verify(task.others!.whistleId!, 'fail', 'member-01');
  await inState(tale, task, 'IN_PROGRESS');
  return task;
}

async function cancelled(tale: Story): Promise<Thing> {
  const task = await dispatched(tale, 'XFD');
  tale.ok('withdraw', await tale.as('head-01').post(`/api/whistles/${task.others!.whistleId}/withdrawal`, { reason }));
  await inState(tale, task, 'CANCELLED');
  return task;
}

async function ledgered(tale: Story): Promise<Thing> {
  const { id } = await tale.blow();
  const acceptance = { grade: 'G3', track: 'longTerm' };
  tale.ok('accept', await tale.as('liaison1').post(`/api/whistles/${id}/acceptance`, acceptance));
  await tale.checkIn(id);
  await tale.dispatch(id, 'CGJ');
  const task = await ours(tale, id);
  const dueAt = new Date(Date.now() + 40 * DAY_MS).toISOString();
  const application = {
    ...{ reason, blockers: [{ type: 'funds', note: '资金' }], milestones: [{ title: '勘察', dueAt }] },
    taskBrief: { goal: '解决', measures: '按节点推进' },
  };
  tale.ok('apply', await tale.as('head-cgj').post(`/api/whistles/${id}/ledger-application`, application));
  const entry = await eventually('the application', async () => {
    const { items } = (await tale.as('liaison1').get(`/api/ledger?whistleId=${id}`)).body;
    return items[0] as { id: string } | undefined;
  });
  const opinion = { opinion: '同意。', supports: true };
  tale.ok('opinion', await tale.as('member-01').post(`/api/ledger/${entry.id}/opinion`, opinion));
  const ruling = { approve: true, reason };
  tale.ok('ruling', await tale.as('deputyleader1').post(`/api/ledger/${entry.id}/ruling`, ruling));
  await inState(tale, task, 'LEDGERED');
  return task;
}

const inState = (tale: Story, { id }: Thing, state: string) =>
  eventually(`task ${state}`, async () => {
    const { body } = await tale.as('handler-cgj').get(`/api/department-tasks/${id}`);
    return body.state === state;
  });

export const returnTo = (toDepartmentId: string) => ({
  ...{ reasonCode: 'notOurDuty', toDepartmentId, legalBasis: '职责清单第三条' },
});
export const extended = ({ others }: Thing) => ({
  newDueAt: new Date(Date.parse(others!.feedbackDueAt!) + DAY_MS).toISOString(),
  reason,
});
const idle = ({ others }: Thing) => ({ supportingTaskId: others!.supportingId, reason });

const alone = (tale: Story) => acknowledged(tale);
const together = (tale: Story) => acknowledged(tale, 'XFD');
const returning = then((tale) => dispatched(tale, 'XFD'), 'handler-cgj', 'return-request', returnTo('ZX-GAJ'));
const flagged = then(together, 'handler-cgj', 'idle-flags', idle);
const noLongerIdle = async (tale: Story): Promise<Thing> => {
  const task = await flagged(tale);
  await tale.acknowledge(task.others!.whistleId!, 'xfd');
  await tale.feedBack(task.others!.whistleId!, 'xfd');
  return task;
};
/** Only of a complex matter (G4) twice (domain 4.3); the second time from the new date on. */
const givenMore = async (tale: Story): Promise<Thing> => {
  const task = await dispatchedAs(tale, 'G4');
  await does(tale, 'handler-cgj', task, 'acknowledgement');
  await does(tale, 'handler-cgj', task, 'extension-request', extended(task));
  await does(tale, 'liaison1', task, 'extension-ruling', { approve: true });
  return ours(tale, task.others!.whistleId!);
};
const met = then(disputed, 'liaison1', 'site-meeting', { findings: '以围墙为界', attended: ['城管局', '住建局'] });
const ruled = then(met, 'deputyleader1', 'dispute-ruling', { toDepartmentId: 'ZX-CGJ', reason });

export const TASK_MOMENTS: Readonly<Record<string, Moment>> = {
  DISPATCHED: { state: 'DISPATCHED', reach: (tale) => dispatched(tale, 'XFD') },
  'ACKNOWLEDGED, alone': { state: 'ACKNOWLEDGED', reach: alone },
  'ACKNOWLEDGED, a supporting unit at work': { state: 'ACKNOWLEDGED', reach: together },
  'ACKNOWLEDGED, more time asked for': {
    ...{ state: 'ACKNOWLEDGED', reach: then(alone, 'handler-cgj', 'extension-request', extended) },
  },
  'ACKNOWLEDGED, given more time': { state: 'ACKNOWLEDGED', reach: givenMore },
  'ACKNOWLEDGED, still more time asked for': {
    ...{ state: 'ACKNOWLEDGED', reach: then(givenMore, 'handler-cgj', 'extension-request', extended) },
  },
  'ACKNOWLEDGED, a supporting unit idle': { state: 'ACKNOWLEDGED', reach: flagged },
  'ACKNOWLEDGED, a supporting unit no longer idle': { state: 'ACKNOWLEDGED', reach: noLongerIdle },
  'ACKNOWLEDGED, paused': { state: 'ACKNOWLEDGED', reach: then(flagged, 'liaison1', 'pause', { reason }) },
  'IN_PROGRESS, a rework': { state: 'IN_PROGRESS', reach: inRework },
  FEEDBACK_SUBMITTED: { state: 'FEEDBACK_SUBMITTED', reach: fedBack },
  VERIFIED: { state: 'VERIFIED', reach: verified },
  RETURN_REQUESTED: { state: 'RETURN_REQUESTED', reach: returning },
  RETURNED: { state: 'RETURNED', reach: then(returning, 'liaison1', 'return-ruling', { accept: true, reason }) },
  'DISPUTED, to meet': { state: 'DISPUTED', reach: disputed },
  'DISPUTED, to rule': { state: 'DISPUTED', reach: met },
  'DISPUTED, to appeal': { state: 'DISPUTED', reach: ruled },
  'DISPUTED, appealed': { state: 'DISPUTED', reach: then(ruled, 'head-cgj', 'appeal', { reason }) },
  LEDGERED: { state: 'LEDGERED', reach: ledgered },
  CANCELLED: { state: 'CANCELLED', reach: cancelled },
};
