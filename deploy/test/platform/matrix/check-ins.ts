import { CHECK_IN_STATES } from '@hsl/contracts/states';
import { eventually } from '../client.js';
import type { Story } from '../story.js';
import type { Deed, Kind, Moment, Thing } from './kind.js';

const MEMBER = 'member-01';
const absence = { reasonCode: 'absence', note: '出差' };
type Reach = (tale: Story) => Promise<Thing>;

const requested: Reach = async (tale) => {
  const { id: whistleId } = await tale.blow();
  await tale.accept(whistleId);
  const { id } = (await tale.checkInOf(whistleId, MEMBER)) as Thing;
  return { id, others: { whistleId } };
};

const then =
  (path: string, body: object = {}): Reach =>
  async (tale) => {
    const checkIn = await requested(tale);
    tale.ok(path, await tale.as(MEMBER).post(`/api/check-ins/${checkIn.id}/${path}`, body));
    return checkIn;
  };

const dismissed: Reach = async (tale) => {
  const checkIn = await requested(tale);
  const path = `/api/whistles/${checkIn.others!.whistleId}/withdrawal`;
  tale.ok('withdraw', await tale.as('head-01').post(path, { reason: '已解决' }));
  await eventually('the check-in is dismissed', async () => {
    const { body } = await tale.as(MEMBER).get(`/api/check-ins/${checkIn.id}`);
    return body.state === 'DISMISSED';
  });
  return checkIn;
};

/** What silence for days, or a later step of a visit, makes of a request: its row is put there, as the recorder would. */
const becomes = (state: string): string => `UPDATE check_in SET state = '${state}' WHERE id = $1`;

const MOMENTS: Readonly<Record<string, Moment>> = {
  REQUESTED: { state: 'REQUESTED', reach: requested },
  CONFIRMED: { state: 'CONFIRMED', reach: then('confirmation') },
  DECLINED: { state: 'DECLINED', reach: then('decline', absence) },
  DISMISSED: { state: 'DISMISSED', reach: dismissed },
  MISSED: { state: 'MISSED', reach: requested, byTheClock: becomes('MISSED') },
  SUBSTITUTED: { state: 'SUBSTITUTED', reach: requested, byTheClock: becomes('SUBSTITUTED') },
  ON_SITE: { state: 'ON_SITE', reach: then('confirmation'), byTheClock: becomes('ON_SITE') },
  DONE: { state: 'DONE', reach: then('confirmation'), byTheClock: becomes('DONE') },
};

const DEEDS: readonly Deed[] = [
  { path: 'confirmation', ability: 'checkIn.confirm', by: MEMBER, body: {}, legal: ['REQUESTED'] },
  { path: 'decline', ability: 'checkIn.decline', by: MEMBER, body: absence, legal: ['REQUESTED'] },
];

/** One member's check-in to one whistle. */
export const CHECK_INS: Kind = {
  ...{ title: 'a check-in', service: 'members', collection: '/api/check-ins' },
  ...{ moments: MOMENTS, deeds: DEEDS, states: CHECK_IN_STATES },
  trace: `SELECT row_to_json(c)::text || row_to_json(p)::text AS trace, p.version AS effects
    FROM check_in c JOIN check_in_process p ON p.id = c.whistle_id WHERE c.id = $1`,
};

const ofWhistle =
  (reach: Reach): Reach =>
  async (tale) => ({ id: (await reach(tale)).others!.whistleId! });

/** The asking of members for one whistle: anybody of them may claim it, until somebody has come or nobody is wanted. */
export const CLAIMS: Kind = {
  ...{ title: 'a whistle that asks members', service: 'members', collection: '/api/check-ins', namedInBody: true },
  moments: {
    ASKING: { state: 'ASKING', reach: ofWhistle(requested) },
    CHECKED_IN: { state: 'CONFIRMED', reach: ofWhistle(then('confirmation')) },
    DISMISSED: { state: 'DISMISSED', reach: ofWhistle(dismissed) },
  },
  states: ['ASKING', 'CONFIRMED', 'DISMISSED'],
  deeds: [
    {
      ...{ path: 'claims', ability: 'checkIn.claim', by: 'member-20', legal: ['ASKING'], about: 'another' },
      body: ({ id }) => ({ whistleId: id }),
    },
  ],
  people: { member: ['zx-member-20', 'ys-member-01'] },
  trace: `SELECT row_to_json(p)::text || (SELECT count(*) FROM check_in c WHERE c.whistle_id = p.id) AS trace,
      p.version AS effects FROM check_in_process p WHERE p.id = $1`,
};
