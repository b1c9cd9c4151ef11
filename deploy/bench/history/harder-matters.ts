import { LEAD, SUPPORTING, castOf, memberAccount } from '../platform/cast.js';
import { WORDS, type Stage } from '../platform/standard-whistle.js';
import { until } from '../platform/until.js';

interface Items<T> {
  items: T[];
}
interface Task {
  id: string;
  state: string;
  department: { id: string };
}

/** K1: the housing bureau leads ten others. */
export const ELEVEN = ['ZJJ', 'SFJ', 'XFJ', 'ZRJ', 'BDC', 'SWJ', 'CZJ', 'XFD', 'CGJ', 'GAJ', 'SQB'] as const;
const TWO = [LEAD.departmentId, SUPPORTING.departmentId].map((id) => id.slice('ZX-'.length));
const evidence = [{ kind: 'after', note: '现场照片 3 张' }];

/** What makes a matter harder than the standard one. */
export interface Harder {
  /** Codes; the first one leads. From three units on they sit down together first (domain 4.2). */
  departments: readonly string[];
  /** The lead acknowledges only after it was given a red card for its silence. */
  isLate: boolean;
}
export const WITH_ELEVEN: Harder = { departments: ELEVEN, isLate: false };
export const WITH_ESCALATION: Harder = { departments: TWO, isLate: true };

/** Takes a whistle through the public API to its conclusion, whatever it takes. @returns its id */
export async function concludeHarder(stage: Stage, index: number, { departments, isLate }: Harder): Promise<string> {
  const { people } = stage;
  const cast = castOf(index);
  const liaison = people.as(cast.liaisonOfficer);
  const blown = { ...WORDS, communityId: cast.communityId };
  const { id } = await people.as(cast.worker).post<{ id: string }>('/api/whistles', blown);
  await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' });
  const memberIds = await bothCome(stage, cast.liaisonOfficer, id);
  const [lead, ...supporting] = departments.map((code) => `ZX-${code}`);
  await inState(stage, cast.worker, id, 'CHECKED_IN');
  if (departments.length > 2) await deliberate(stage, cast.liaisonOfficer, id);
  await liaison.post(`/api/whistles/${id}/dispatch`, {
    leadDepartmentId: lead,
    supportingDepartmentIds: supporting,
  });
  for (const code of [...departments.slice(1), departments[0]!]) {
    if (isLate && code === departments[0]) await redCard(stage, cast.liaisonOfficer, id);
    await workOff(stage, cast.liaisonOfficer, id, code);
  }
  await inState(stage, cast.worker, id, 'VERIFYING');
  for (const who of [memberAccount(memberIds[0]!), cast.worker]) {
    await people.as(who).post(`/api/whistles/${id}/verification`, { verdict: 'pass' });
  }
  const revisit = { satisfaction: 'satisfied', solved: 'yes' };
  await people.as(cast.revisitor).post(`/api/whistles/${id}/revisits`, revisit);
  return id;
}

/** The look-back that is due is reported, and the matter is archived. */
export async function lookBack({ people }: Stage, index: number, id: string, timeoutMs: number): Promise<void> {
  const { liaisonOfficer, revisitor } = castOf(index);
  const stateOf = async (): Promise<string> =>
    (await people.as(liaisonOfficer).get<{ state: string }>(`/api/whistles/${id}`)).state;
  await until('the look-back', async () => ((await stateOf()) === 'LOOKING_BACK' ? true : undefined), timeoutMs);
  // Who handled it does not look back on it (domain 4.1); the third officer did not.
  const third = ['zx-liaison1', 'zx-liaison2', 'zx-liaison3'].find(
    (one) => one !== liaisonOfficer && one !== revisitor,
  )!;
  await people.as(third).post(`/api/follow-ups/${id}/look-backs/1`, { result: 'STABLE', note: '保持良好' });
  await until('the archive', async () => ((await stateOf()) === 'ARCHIVED' ? true : undefined));
}

/** Nobody is late but whom the benchmark wants late: a member who stayed away would be reminded, and missed. */
async function bothCome({ people, watch }: Stage, liaisonOfficer: string, id: string): Promise<string[]> {
  await watch.seen('twoMembersAsked', id);
  const path = `/api/check-ins?whistleId=${id}`;
  const { items } = await people.as(liaisonOfficer).get<Items<{ id: string; member: { id: string } }>>(path);
  for (const { id: checkInId, member } of items) {
    await people.as(memberAccount(member.id)).post(`/api/check-ins/${checkInId}/confirmation`, {});
  }
  return items.map(({ member }) => member.id);
}

async function deliberate({ people }: Stage, liaisonOfficer: string, id: string): Promise<void> {
  const liaison = people.as(liaisonOfficer);
  await liaison.post(`/api/whistles/${id}/sessions`, { subject: '一起商量怎么办' });
  const session = await until('the session', async () => {
    const { items } = await liaison.get<Items<{ id: string; state: string }>>(`/api/deliberations?whistleId=${id}`);
    return items.find(({ state }) => state === 'CONVENED');
  });
  const held = { outcome: 'consensus', problem: '各方意见不一', attendance: 9, consensus: '按方案办理。' };
  await liaison.post(`/api/deliberations/${session.id}/outcome`, held);
  await until('the dispatch', async () => {
    const { waitingFor } = await liaison.get<{ waitingFor: { step: string }[] }>(`/api/whistles/${id}`);
    return waitingFor.some(({ step }) => step === 'dispatch') || undefined;
  });
}

async function workOff({ people }: Stage, liaisonOfficer: string, id: string, code: string): Promise<void> {
  const task = await until(`the task of ${code}`, async () => {
    const path = `/api/department-tasks?limit=100&whistleId=${id}`;
    const { items } = await people.as(liaisonOfficer).get<Items<Task>>(path);
    return items.find(({ department }) => department.id === `ZX-${code}`);
  });
  const handler = people.as(`zx-handler-${code.toLowerCase()}`);
  if (task.state === 'DISPATCHED') await handler.post(`/api/department-tasks/${task.id}/acknowledgement`, {});
  await handler.post(`/api/department-tasks/${task.id}/feedback`, { summary: '已办好。', evidence });
}

async function redCard({ people }: Stage, liaisonOfficer: string, id: string): Promise<void> {
  await until('the red card', async () => {
    const { items } = await people.as(liaisonOfficer).get<Items<{ kind: string }>>(`/api/whistles/${id}/timeline`);
    return items.some(({ kind }) => kind === 'card.red.v1') || undefined;
  });
}

async function inState({ people }: Stage, who: string, id: string, wanted: string): Promise<void> {
  await until(`${wanted}`, async () => {
    const { state } = await people.as(who).get<{ state: string }>(`/api/whistles/${id}`);
    return state === wanted || undefined;
  });
}
