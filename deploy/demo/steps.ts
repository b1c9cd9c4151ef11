import type { Blown, CheckIn, Deliberation, DepartmentTask, Items, Topic } from './api-answers.js';
import { ApiProblem } from './api-client.js';
import type { DemoCase } from './cases.js';
import type { Matter } from './matter.js';
import { PARTS, type People } from './people.js';
import { AFTER, BEFORE } from './photo.js';
import { msUntil, until } from './until.js';

/** What people do to a whistle, one function per step; each waits until the step is theirs to take. */

export async function blow(people: People, demo: DemoCase): Promise<Blown> {
  const { communityId, estateId, place, kind, categoryCode, facts, households, hasTopic } = demo;
  const worker = people.as(PARTS.worker(communityId));
  const topics = `/api/topics?category=${categoryCode}&community=${communityId}`;
  const topicId = hasTopic ? (await worker.get<Items<Topic>>(topics)).items[0]?.id : undefined;
  if (hasTopic && topicId === undefined) throw new Error(`${demo.name}：没有 ${categoryCode} 的议题`);
  const matter = { kind, categoryCode, communityId, estateId, place, facts, households, topicId };
  const blown = await whenKnown(demo.name, () => worker.post<Blown>('/api/whistles', matter));
  await worker.upload(`/api/whistles/${blown.id}/files`, BEFORE, '整改前.png');
  return blown;
}

/** Categories, topics and departments of a platform that was seeded a moment ago reach the other services by events. */
async function whenKnown<T>(caseName: string, ask: () => Promise<T>): Promise<T> {
  return until(`${caseName}：分类、议题、单位已传到各服务`, async () => {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.code?.startsWith('unknown')) return undefined;
      throw error;
    }
  });
}

export async function accept(people: People, matter: Matter, { grade, leadId }: DemoCase): Promise<void> {
  const body = { grade, level: 'blue', tier: 'neighbourhood', track: 'immediate', candidateLeadId: leadId };
  try {
    await whenKnown(matter.caseName, () => people.as(PARTS.liaison).post(`${matter.path}/acceptance`, body));
  } catch (error) {
    // On a busy machine the clock, which runs 2,880 times as fast, may have accepted it first.
    if (!(error instanceof ApiProblem && error.problem.state === 'ASSIGNING')) throw error;
  }
}

/** The members asked in that round, once both are. */
async function asked(matter: Matter, round: 1 | 2): Promise<CheckIn[]> {
  return matter.until(`第 ${round} 轮请两位委员报到`, async () => {
    const requested = (await matter.checkIns()).filter((one) => one.round === round);
    return requested.length >= 2 ? requested : undefined;
  });
}

export async function checkInAtOnce(people: People, matter: Matter): Promise<void> {
  for (const { id, member } of await asked(matter, 1)) {
    await people.as(PARTS.member(member.id)).post(`/api/check-ins/${id}/confirmation`, { note: '今天下午到现场。' });
  }
}

/** Both stay silent until their time has run out; of the next two one comes and one is away. */
export async function checkInAfterSilence(people: People, matter: Matter): Promise<void> {
  const [first] = await asked(matter, 1);
  await matter.until(
    '沉默的委员记为未报到',
    async () => ((await matter.checkIns()).filter((one) => one.state === 'MISSED').length >= 2 ? true : undefined),
    msUntil(first!.dueAt),
  );
  const [comes, away] = await asked(matter, 2);
  await people.as(PARTS.member(comes!.member.id)).post(`/api/check-ins/${comes!.id}/confirmation`, {});
  const decline = { reasonCode: 'absence', note: '在外地出差。' };
  await people.as(PARTS.member(away!.member.id)).post(`/api/check-ins/${away!.id}/decline`, decline);
}

/** Three departments: they sit down together first (domain 4.2 DELIBERATING); the liaison officer convenes and closes. */
export async function deliberate(people: People, matter: Matter, demo: DemoCase): Promise<void> {
  if (!demo.sessions) return;
  await matter.untilState('CHECKED_IN');
  const liaison = people.as(PARTS.liaison);
  await liaison.post(`${matter.path}/sessions`, { subject: demo.brief });
  for (const [held, outcome] of demo.sessions.entries()) {
    const session = await matter.until('协商会已召集', async () => {
      const { items } = await liaison.get<Items<Deliberation>>(`/api/deliberations?whistleId=${matter.blown.id}`);
      return items.find(({ state, round }) => state === 'CONVENED' && round === held + 1);
    });
    const agreed = outcome === 'none' ? { nextStep: '会后逐户沟通，再开一次会。' } : { consensus: demo.brief };
    const body = { outcome, problem: demo.facts, attendance: 12, ...agreed };
    await liaison.post(`/api/deliberations/${session.id}/outcome`, body);
  }
}

export async function dispatch(people: People, matter: Matter, demo: DemoCase): Promise<void> {
  await matter.until(
    '可以派单',
    async ({ waitingFor }) => waitingFor.some(({ step }) => step === 'dispatch') || undefined,
  );
  const { leadId: leadDepartmentId, supportingIds: supportingDepartmentIds, brief } = demo;
  const body = { leadDepartmentId, supportingDepartmentIds, brief };
  await whenKnown(demo.name, () => people.as(PARTS.liaison).post(`${matter.path}/dispatch`, body));
}

/** The task of each department, once all of them have got theirs. */
export async function dispatchedTasks(matter: Matter, demo: DemoCase): Promise<DepartmentTask[]> {
  return matter.until('各单位收到任务', async () => {
    const tasks = await matter.tasks();
    return tasks.length === demo.supportingIds.length + 1 ? tasks : undefined;
  });
}

export async function acknowledge(people: People, { id, department }: DepartmentTask): Promise<void> {
  await people.as(PARTS.handler(department.id)).post(`/api/department-tasks/${id}/acknowledgement`, {});
}

export async function feedBack(people: People, { id, department }: DepartmentTask, summary: string): Promise<void> {
  const handler = people.as(PARTS.handler(department.id));
  const path = `/api/department-tasks/${id}`;
  const after = await handler.upload<{ id: string }>(`${path}/files`, AFTER, '整改后.png');
  const evidence = [{ kind: 'after', note: '整改后照片', fileIds: [after.id] }];
  const measures = '每周巡查一次，连续四周。';
  await handler.post(`${path}/feedback`, { summary, measures, evidence, contactedResident: true });
}

/** Member and community worker go and see; one who finds it not done is enough to send it back. */
export async function verify(people: People, matter: Matter, demo: DemoCase, round: number): Promise<void> {
  const { memberIds } = await matter.untilState('VERIFYING', round);
  const path = `${matter.path}/verification`;
  const worker = people.as(PARTS.worker(demo.communityId));
  if (round < demo.results.length - 1) {
    await worker.post(path, { verdict: 'fail', note: '只划了线，充电桩没有装，线还横在步道上。' });
    return;
  }
  const seen = { verdict: 'pass', note: '现场看过，确已办好。', evidence: [{ kind: 'after', note: '现场照片' }] };
  for (const memberId of memberIds.slice(0, 1)) await people.as(PARTS.member(memberId)).post(path, seen);
  await worker.post(path, seen);
}

export async function revisit(people: People, matter: Matter, rounds: number): Promise<void> {
  await matter.untilState('REVISITING', rounds);
  const body = { satisfaction: 'satisfied', solved: 'yes', note: '电话回访，居民满意。' };
  await people.as(PARTS.revisitor).post(`${matter.path}/revisits`, body);
}
