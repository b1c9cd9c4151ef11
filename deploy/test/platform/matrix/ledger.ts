import { LEDGER_STATES } from '@hsl/contracts/states';
import { eventually } from '../client.js';
import type { Story } from '../story.js';
import type { Deed, Kind, Moment, Thing } from './kind.js';

const DAY_MS = 86_400_000;
const reason = '试一试';
const reply = '明年完工。';
const evidence = [{ kind: 'after', note: '报告' }];
const dueIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
const report = { result: '已完成。', evidence };
const opinion = { opinion: '同意。', supports: true };

type Reach = (tale: Story) => Promise<Thing>;

/** The lead asks for the ledger with two milestones. */
const applied: Reach = async (tale) => {
  const { id: whistleId } = await tale.blow();
  const acceptance = { grade: 'G3', track: 'longTerm' };
  tale.ok('accept', await tale.as('liaison1').post(`/api/whistles/${whistleId}/acceptance`, acceptance));
  await tale.checkIn(whistleId);
  await tale.dispatch(whistleId, 'CGJ');
  await tale.taskOf(whistleId, 'cgj');
  const application = {
    ...{ reason, blockers: [{ type: 'funds', note: '资金' }], taskBrief: { goal: '解决', measures: '按节点推进' } },
    milestones: [
      { title: '勘察', dueAt: dueIn(40) },
      { title: '施工', dueAt: dueIn(80) },
    ],
  };
  tale.ok('apply', await tale.as('head-cgj').post(`/api/whistles/${whistleId}/ledger-application`, application));
  const { id, milestones } = await eventually('the application', async () => {
    const { items } = (await tale.as('liaison1').get(`/api/ledger?whistleId=${whistleId}`)).body;
    return items[0] as { id: string; milestones: { id: string }[] } | undefined;
  });
  return { id, others: { whistleId, milestoneId: milestones[0]!.id, secondId: milestones[1]!.id } };
};

const then =
  (reach: Reach, who: string, path: string | ((entry: Thing) => string), body: object): Reach =>
  async (tale) => {
    const entry = await reach(tale);
    const step = typeof path === 'function' ? path(entry) : path;
    tale.ok(step, await tale.as(who).post(`/api/ledger/${entry.id}/${step}`, body));
    return entry;
  };

const withOpinion = then(applied, 'member-01', 'opinion', opinion);
const running: Reach = async (tale) => {
  const entry = await then(withOpinion, 'deputyleader1', 'ruling', { approve: true, reason })(tale);
  await tale.inState(entry.others!.whistleId!, 'LEDGERED');
  return entry;
};
const half = then(running, 'handler-cgj', ({ others }) => `milestones/${others!.milestoneId}`, report);
const asked = then(running, 'head-cgj', 'carry-over', { reason });

const inState = (tale: Story, { id }: Thing, state: string) =>
  eventually(`entry ${state}`, async () => (await tale.as('liaison1').get(`/api/ledger/${id}`)).body.state === state);

const delivered: Reach = async (tale) => {
  const entry = await then(half, 'handler-cgj', ({ others }) => `milestones/${others!.secondId}`, report)(tale);
  await inState(tale, entry, 'DELIVERED');
  return entry;
};

const closed: Reach = async (tale) => {
  const entry = await running(tale);
  const path = `/api/whistles/${entry.others!.whistleId}/withdrawal`;
  tale.ok('withdraw', await tale.as('head-01').post(path, { reason }));
  await inState(tale, entry, 'CLOSED_UNSOLVED');
  return entry;
};

const MOMENTS: Readonly<Record<string, Moment>> = {
  APPLIED: { state: 'APPLIED', reach: applied },
  'APPLIED, with an opinion': { state: 'APPLIED', reach: withOpinion },
  REFUSED: { state: 'REFUSED', reach: then(withOpinion, 'deputyleader1', 'ruling', { approve: false, reason }) },
  RUNNING: { state: 'RUNNING', reach: running },
  'RUNNING, to be carried over': { state: 'RUNNING', reach: asked },
  DELIVERED: { state: 'DELIVERED', reach: delivered },
  CLOSED_UNSOLVED: { state: 'CLOSED_UNSOLVED', reach: closed },
};
const RUNNING = ['RUNNING', 'RUNNING, to be carried over'];

const DEEDS: readonly Deed[] = [
  {
    ...{ path: 'ruling', ability: 'ledger.approveShort', by: 'deputyleader1', body: { approve: true, reason } },
    legal: ['APPLIED, with an opinion'],
  },
  {
    ...{ path: 'milestones/{milestoneId}', ability: 'milestone.report', by: 'handler-cgj', body: report },
    legal: RUNNING,
  },
  { path: 'carry-over', ability: 'carryOver.propose', by: 'head-cgj', body: { reason }, legal: ['RUNNING'] },
  {
    ...{ path: 'carry-over/ruling', ability: 'carryOver.approve', by: 'groupleader' },
    ...{ body: { approve: false, reply }, legal: ['RUNNING, to be carried over'] },
  },
  {
    ...{ path: 'reviews', ability: 'ledger.review', by: 'liaison1', body: { findings: reason }, again: true },
    legal: RUNNING,
  },
  {
    // It may be given anew until the ruling.
    ...{ path: 'opinion', ability: 'ledger.attachOpinion', by: 'member-01', body: opinion, again: true },
    legal: ['APPLIED', 'APPLIED, with an opinion'],
  },
];

/** An entry of up to ninety days, whose approval is a deputy leader's. */
export const LEDGER: Kind = {
  ...{ title: 'a ledger entry', service: 'whistles', collection: '/api/ledger' },
  ...{ moments: MOMENTS, deeds: DEEDS, states: LEDGER_STATES },
  // Carried over, it runs on at once.
  transient: ['CARRIED_OVER'],
  trace: `SELECT row_to_json(l)::text
      || (SELECT json_agg(m ORDER BY m.position) FROM milestone m WHERE m.entry_id = l.id)::text
      || (SELECT count(*) FROM step_content c WHERE c.whistle_id = l.whistle_id AND c.final) AS trace,
      l.version + (SELECT count(*) FROM step_content c
        WHERE c.whistle_id = l.whistle_id AND c.final AND c.kind IN ('ledgerOpinion', 'ledgerReview')) AS effects
    FROM ledger_entry l WHERE l.id = $1`,
};
