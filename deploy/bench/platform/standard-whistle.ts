import type { WhistleState } from '@hsl/contracts/states';
import { castOf, LEAD, memberAccount, SUPPORTING, type Cast } from './cast.js';
import type { People } from './people.js';
import type { Watch } from './watch.js';

/** What is asked of a community worker's whistle; the same words each time. */
export const WORDS = {
  kind: 'hardProblem',
  categoryCode: 'C1',
  place: '东门',
  facts: '电动车占道飞线充电，多次劝导后反复出现，社区无法独自解决。',
  households: 12,
} as const;

interface Page<T> {
  items: T[];
}

interface Task {
  id: string;
  department: { id: string };
}

const SUPPORT_EVIDENCE = [{ kind: 'after', note: '现场照片 3 张' }];

/** Who acts, and how they hear that it is their turn. */
export interface Stage {
  people: People;
  watch: Watch;
}

/**
 * A whistle from blown to concluded through the public API, everybody on time: a member comes (the first is enough), one
 * lead and one supporting department acknowledge and feed back, member and community verify, the resident is satisfied.
 * @param index chooses the community
 * @param comers how many of the two members asked say that they come
 * @returns the whistle's id, when it is CONCLUDED
 * @throws Refusal if somebody is not let; Error if a state does not come about
 */
export async function concludeWhistle(stage: Stage, index: number, comers: 1 | 2 = 1): Promise<string> {
  const { people } = stage;
  const cast = castOf(index);
  const { id } = await people
    .as(cast.worker)
    .post<{ id: string }>('/api/whistles', { ...WORDS, communityId: cast.communityId });
  const liaison = people.as(cast.liaisonOfficer);
  await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' });
  const memberIds = await confirmCheckIns(stage, cast, id, comers);
  await stateReached(stage, cast, id, 'CHECKED_IN');
  await liaison.post(`/api/whistles/${id}/dispatch`, {
    leadDepartmentId: LEAD.departmentId,
    supportingDepartmentIds: [SUPPORTING.departmentId],
  });
  await handleTasks(stage, cast, id);
  await stateReached(stage, cast, id, 'VERIFYING');
  await people.as(memberAccount(memberIds[0]!)).post(`/api/whistles/${id}/verification`, { verdict: 'pass' });
  await people.as(cast.worker).post(`/api/whistles/${id}/verification`, { verdict: 'pass' });
  const revisit = { satisfaction: 'satisfied', solved: 'yes' };
  const { state } = await people
    .as(cast.revisitor)
    .post<{ state: WhistleState }>(`/api/whistles/${id}/revisits`, revisit);
  if (state !== 'CONCLUDED') throw new Error(`whistle ${id} is ${state} after a satisfied revisit`);
  return id;
}

/** Members asked say that they are coming; the first of them is the one who verifies later. */
async function confirmCheckIns(
  { people, watch }: Stage,
  { liaisonOfficer }: Cast,
  whistleId: string,
  comers: number,
): Promise<string[]> {
  const liaison = people.as(liaisonOfficer);
  await watch.seen('twoMembersAsked', whistleId);
  const { items: asked } = await liaison.get<Page<{ id: string; member: { id: string } }>>(
    `/api/check-ins?whistleId=${whistleId}`,
  );
  for (const { id, member } of asked.slice(0, comers)) {
    await people.as(memberAccount(member.id)).post(`/api/check-ins/${id}/confirmation`, {});
  }
  return asked.map(({ member }) => member.id);
}

/** The supporting department goes first: the lead reports on the whole. */
async function handleTasks({ people, watch }: Stage, { liaisonOfficer }: Cast, whistleId: string): Promise<void> {
  const liaison = people.as(liaisonOfficer);
  await watch.seen('twoTasks', whistleId);
  const { items: tasks } = await liaison.get<Page<Task>>(`/api/department-tasks?whistleId=${whistleId}`);
  for (const { departmentId, handler } of [SUPPORTING, LEAD]) {
    const taskId = tasks.find(({ department }) => department.id === departmentId)?.id;
    if (taskId === undefined) throw new Error(`${departmentId} has no task of ${whistleId}`);
    const person = people.as(handler);
    await person.post(`/api/department-tasks/${taskId}/acknowledgement`, {});
    const summary = '已划设停放区并清理占道车辆，安排每周巡查。';
    await person.post(`/api/department-tasks/${taskId}/feedback`, { summary, evidence: SUPPORT_EVIDENCE });
  }
}

/** Whoever is told that it is their turn looks at the matter before they act. */
async function stateReached(
  { people, watch }: Stage,
  { worker }: Cast,
  id: string,
  wanted: 'CHECKED_IN' | 'VERIFYING',
): Promise<void> {
  await watch.seen(wanted, id);
  const { state } = await people.as(worker).get<{ state: WhistleState }>(`/api/whistles/${id}`);
  if (state !== wanted) throw new Error(`whistle ${id} is ${state}, not ${wanted}`);
}
