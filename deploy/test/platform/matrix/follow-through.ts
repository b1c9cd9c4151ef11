import { SuperviseOrder } from '@hsl/contracts/schemas/task-steps';
import { eventually } from '../client.js';
import { toVerifying, type Story } from '../story.js';
import type { Kind, Thing } from './kind.js';

const reason = '试一试';
type Reach = (tale: Story) => Promise<Thing>;

/** A feedback that was not true comes back as a rework, with an order to answer (domain 4.5). */
const ordered: Reach = async (tale) => {
  const { id: whistleId } = await tale.blow();
  await toVerifying(tale, whistleId);
  const flag = await tale.as('worker-01').post(`/api/whistles/${whistleId}/false-feedback`, { reason });
  tale.ok('false feedback', flag);
  const { id } = await eventually('the order', async () => {
    const { items } = (await tale.as('liaison1').get(`/api/orders?whistleId=${whistleId}`)).body;
    return items[0] as Thing | undefined;
  });
  return { id, others: { whistleId } };
};

const then =
  (reach: Reach, who: string, path: string, body: object = {}): Reach =>
  async (tale) => {
    const order = await reach(tale);
    tale.ok(path, await tale.as(who).post(`/api/orders/${order.id}/${path}`, body));
    return order;
  };

const answer = { answer: '已调配人手。' };
const answered = then(ordered, 'head-cgj', 'answer', answer);
const fedBack: Reach = async (tale) => {
  const order = await ordered(tale);
  await tale.feedBack(order.others!.whistleId!, 'cgj');
  return order;
};

export const ORDERS: Kind = {
  ...{ title: 'a supervise order', service: 'departments', collection: '/api/orders' },
  moments: {
    ISSUED: { state: 'ISSUED', reach: ordered },
    'ISSUED, the task fed back': { state: 'ISSUED', reach: fedBack },
    ANSWERED: { state: 'ANSWERED', reach: answered },
    CLOSED: { state: 'CLOSED', reach: then(answered, 'deputyleader1', 'closure') },
  },
  states: SuperviseOrder.shape.state.options,
  deeds: [
    { path: 'answer', ability: 'order.answer', by: 'head-cgj', body: answer, legal: ['ISSUED'] },
    {
      ...{ path: 'closure', ability: 'order.close', by: 'deputyleader1', body: {}, legal: ['ANSWERED'] },
      keyless: true,
    },
  ],
  trace: `SELECT row_to_json(o)::text || t.progress::text || t.version AS trace,
      (SELECT count(*) FROM timeline_entry e WHERE e.aggregate_id = t.id::text AND e.actor_id IS NOT NULL) AS effects
    FROM supervise_order o JOIN department_task t ON t.id = o.task_id WHERE o.id = $1`,
};

/** A task in time; what lateness brings after days is put beside it as a row of the same id, as the recorder would. */
const dispatched: Reach = async (tale) => {
  const { id } = await tale.blow();
  await tale.accept(id);
  await tale.checkIn(id);
  await tale.dispatch(id);
  return { id: ((await tale.taskOf(id, 'cgj')) as Thing).id };
};

const COMMON = 'id, subdistrict_id, task_id, department_id, whistle_id, number, community_id, step, round, due_at';
const OF_TASK = `t.id, t.subdistrict_id, t.id, t.department_id, t.whistle_id, t.number, t.community_id, 'feedback', t.round, now()`;
const beside = (table: string, more: Record<string, string>): string =>
  `INSERT INTO ${table} (${COMMON}, ${Object.keys(more).join(', ')})
   SELECT ${OF_TASK}, ${Object.values(more).join(', ')} FROM department_task t WHERE t.id = $1`;
const traceOf = (table: string, done: string): string =>
  `SELECT row_to_json(c)::text AS trace, (c.${done} IS NOT NULL)::int AS effects FROM ${table} c WHERE c.id = $1`;

const card = { kind: `'redCard'`, issued_at: 'now()' };
export const CARDS: Kind = {
  ...{ title: 'a card', service: 'departments', collection: '/api/cards' },
  moments: {
    ISSUED: { state: 'ISSUED', reach: dispatched, byTheClock: beside('card', card) },
    WITHDRAWN: {
      ...{ state: 'WITHDRAWN', reach: dispatched },
      byTheClock: beside('card', { ...card, withdrawn_at: 'now()', withdrawn_by: `'zx-deputyleader1'` }),
    },
  },
  states: ['ISSUED', 'WITHDRAWN'],
  deeds: [
    {
      ...{ path: 'withdrawal', ability: 'card.withdraw', by: 'deputyleader1', body: { reason }, legal: ['ISSUED'] },
      keyless: true,
    },
  ],
  trace: traceOf('card', 'withdrawn_at'),
};

const interview = { summoned_at: 'now()', bulletin_month: `'2026-11'` };
export const INTERVIEWS: Kind = {
  ...{ title: 'an interview', service: 'departments', collection: '/api/interviews' },
  moments: {
    SUMMONED: { state: 'SUMMONED', reach: dispatched, byTheClock: beside('interview', interview) },
    HELD: {
      ...{ state: 'HELD', reach: dispatched },
      byTheClock: beside('interview', { ...interview, held_at: 'now()', recorded_by: `'zx-deputyleader1'` }),
    },
  },
  states: ['SUMMONED', 'HELD'],
  deeds: [
    {
      ...{ path: 'record', ability: 'interview.record', by: 'deputyleader1', body: { note: reason } },
      ...{ legal: ['SUMMONED'], keyless: true },
    },
  ],
  trace: traceOf('interview', 'held_at'),
};
