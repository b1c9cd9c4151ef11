import type { WhistleState } from '@hsl/contracts/states';
import { eventually } from '../client.js';
import { toConcluded, toVerifying, type Story } from '../story.js';

const checkedIn = async (tale: Story): Promise<string> => {
  const { id } = await tale.blow();
  await tale.accept(id);
  await tale.checkIn(id);
  return id as string;
};

const coordinating = async (tale: Story): Promise<string> => {
  const id = await checkedIn(tale);
  await tale.dispatch(id, 'CGJ', 'XFD');
  await Promise.all(['cgj', 'xfd'].map((code) => tale.taskOf(id, code)));
  return id;
};

async function ledgered(tale: Story): Promise<string> {
  const { id } = await tale.blow();
  const acceptance = { grade: 'G3', track: 'longTerm' };
  tale.ok('accept', await tale.as('liaison1').post(`/api/whistles/${id}/acceptance`, acceptance));
  await tale.checkIn(id);
  await tale.dispatch(id, 'CGJ');
  const does = async (who: string, path: string, body: object) => tale.ok(path, await tale.as(who).post(path, body));
  const dueAt = new Date(Date.now() + 40 * 86_400_000).toISOString();
  await does('head-cgj', `/api/whistles/${id}/ledger-application`, {
    ...{ reason: '资金明年到位', blockers: [{ type: 'funds', note: '资金' }], milestones: [{ title: '勘察', dueAt }] },
    taskBrief: { goal: '解决', measures: '按节点推进' },
  });
  const entry = await eventually('the application', async () => {
    const { items } = (await tale.as('liaison1').get(`/api/ledger?whistleId=${id}`)).body;
    return items[0] as { id: string } | undefined;
  });
  await does('member-01', `/api/ledger/${entry.id}/opinion`, { opinion: '同意。', supports: true });
  await does('deputyleader1', `/api/ledger/${entry.id}/ruling`, { approve: true, reason: '理由充分' });
  await tale.inState(id, 'LEDGERED');
  return id;
}

/** How a matter gets into a state, through HTTP, as people would. */
export const WAYS: Readonly<Partial<Record<WhistleState, (tale: Story) => Promise<string>>>> = {
  BLOWN: async (tale) => (await tale.blow()).id as string,
  NEEDS_INFO: async (tale) => {
    const { id } = await tale.blow();
    tale.ok('send back', await tale.as('liaison1').post(`/api/whistles/${id}/send-back`, { missing: '几号楼' }));
    return id as string;
  },
  NOT_ACCEPTED: async (tale) => {
    const { id } = await tale.blow();
    const decline = { reasonCode: 'inCourt', referral: '法院', reason: '在诉' };
    tale.ok('decline', await tale.as('liaison1').post(`/api/whistles/${id}/decline`, decline));
    const ruling = { approve: true };
    tale.ok('ruling', await tale.as('deputyleader1').post(`/api/whistles/${id}/decline/ruling`, ruling));
    return id as string;
  },
  ASSIGNING: async (tale) => {
    const { id } = await tale.blow();
    await tale.accept(id);
    return id as string;
  },
  CHECKED_IN: checkedIn,
  DELIBERATING: async (tale) => {
    const id = await checkedIn(tale);
    tale.ok('convene', await tale.as('liaison1').post(`/api/whistles/${id}/sessions`, { subject: '怎么办' }));
    return id;
  },
  COORDINATING: coordinating,
  VERIFYING: async (tale) => {
    const { id } = await tale.blow();
    await toVerifying(tale, id);
    return id as string;
  },
  REVISITING: async (tale) => {
    const { id } = await tale.blow();
    await toVerifying(tale, id);
    await tale.verify(id, 'pass', 'member-01');
    await tale.verify(id, 'pass', 'worker-01');
    return id as string;
  },
  CONCLUDED: async (tale) => {
    const { id } = await tale.blow();
    await toConcluded(tale, id);
    return id as string;
  },
  LEDGERED: ledgered,
  MERGED: async (tale) => {
    const [{ id: masterId }, { id }] = await Promise.all([tale.blow(), tale.blow()]);
    const merge = { masterId, reason: '同一件' };
    tale.ok('merge', await tale.as('liaison1').post(`/api/whistles/${id}/merge`, merge));
    return id as string;
  },
  WITHDRAWN: async (tale) => {
    const { id } = await tale.blow();
    tale.ok('withdraw', await tale.as('head-01').post(`/api/whistles/${id}/withdrawal`, { reason: '已解决' }));
    return id as string;
  },
};

/** Passed through within one decision: nobody can act in them. */
export const TRANSIENT: readonly WhistleState[] = ['ACCEPTED', 'CARRIED_OVER'];
/** Reached by the look-backs' clock after days: a concluded matter's row is put there, as the follow-up would. */
export const BY_THE_CLOCK: readonly WhistleState[] = ['LOOKING_BACK', 'ARCHIVED'];
