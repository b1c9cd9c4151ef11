import { PROPOSAL_STATES } from '@hsl/contracts/states';
import type { Story } from '../story.js';
import type { Deed, Kind, Moment, Thing } from './kind.js';

const text = '试一试';
const promisedAt = new Date(Date.now() + 60 * 86_400_000).toISOString();
const AUTHOR = 'member-01';
const promise = { replyClass: 'B', text, promisedAt };
const units = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'] };

type Reach = (tale: Story) => Promise<Thing>;

const submitted: Reach = async (tale) => {
  const proposal = { title: '规范充电', text };
  const { id } = tale.ok('submit', await tale.as(AUTHOR).post('/api/proposals', proposal)) as Thing;
  return { id };
};

const then =
  (reach: Reach, who: string, path: string, body: object = {}): Reach =>
  async (tale) => {
    const proposal = await reach(tale);
    tale.ok(path, await tale.as(who).post(`/api/proposals/${proposal.id}/${path}`, body));
    return proposal;
  };

const filed = then(submitted, 'deputyleader1', 'filing', { isFiled: true });
const assigned = then(filed, 'liaison1', 'assignment', units);
const returning = then(assigned, 'head-cgj', 'return-request', { text });
const talked = then(assigned, 'handler-cgj', 'meeting', { text });
const met = then(talked, AUTHOR, 'meeting-confirmation');
const replied = then(met, 'head-cgj', 'reply', { replyClass: 'A', text });
const promised = then(met, 'head-cgj', 'reply', promise);
const rated = then(replied, AUTHOR, 'rating', { rating: 'satisfied' });
const ratedPromise = then(promised, AUTHOR, 'rating', { rating: 'satisfied' });

const MOMENTS: Readonly<Record<string, Moment>> = {
  SUBMITTED: { state: 'SUBMITTED', reach: submitted },
  FILED: { state: 'FILED', reach: filed },
  NOT_FILED: { state: 'NOT_FILED', reach: then(submitted, 'deputyleader1', 'filing', { isFiled: false, text }) },
  ASSIGNED: { state: 'ASSIGNED', reach: assigned },
  'ASSIGNED, a return refused': {
    ...{ state: 'ASSIGNED', reach: then(returning, 'deputyleader1', 'return-ruling', { isUpheld: false, text }) },
  },
  'ASSIGNED, a talk recorded': { state: 'ASSIGNED', reach: talked },
  RETURN_REQUESTED: { state: 'RETURN_REQUESTED', reach: returning },
  'FILED, a return upheld': {
    ...{ state: 'FILED', reach: then(returning, 'deputyleader1', 'return-ruling', { isUpheld: true, text }) },
  },
  MET: { state: 'MET', reach: met },
  'MET, the reply refused': {
    ...{ state: 'MET', reach: then(replied, AUTHOR, 'rating', { rating: 'dissatisfied', text }) },
  },
  REPLIED: { state: 'REPLIED', reach: replied },
  'REPLIED with a promise': { state: 'REPLIED', reach: promised },
  RATED: { state: 'RATED', reach: rated },
  'RATED with a promise': { state: 'RATED', reach: ratedPromise },
  CARRIED_OVER: { state: 'CARRIED_OVER', reach: then(ratedPromise, 'liaison1', 'closing') },
  CLOSED: { state: 'CLOSED', reach: then(rated, 'liaison1', 'closing') },
  WITHDRAWN: { state: 'WITHDRAWN', reach: then(submitted, AUTHOR, 'withdrawal') },
};

const named = (...starts: string[]): string[] =>
  Object.keys(MOMENTS).filter((name) => starts.some((start) => name.startsWith(start)));
const PROMISED = ['REPLIED with a promise', 'RATED with a promise', 'CARRIED_OVER'];
/** The lead has given it up: it stands beside it like any other unit, and need not know of it. */
const UNLED = ['SUBMITTED', 'FILED', 'FILED, a return upheld', 'NOT_FILED', 'WITHDRAWN'];

const DEEDS: readonly Deed[] = [
  { path: 'filing', ability: 'proposal.file', by: 'deputyleader1', body: { isFiled: true }, legal: ['SUBMITTED'] },
  { path: 'assignment', ability: 'proposal.assign', by: 'liaison1', body: units, legal: named('FILED') },
  {
    ...{ path: 'return-request', ability: 'proposal.requestReturn', by: 'head-cgj', body: { text } },
    ...{ legal: ['ASSIGNED', 'ASSIGNED, a talk recorded'], missing: UNLED },
  },
  {
    ...{ path: 'return-ruling', ability: 'proposal.ruleReturn', by: 'deputyleader1' },
    ...{ body: { isUpheld: false, text }, legal: ['RETURN_REQUESTED'] },
  },
  {
    // More may be added to an opinion, to a talk and to a draft.
    ...{ path: 'opinion', ability: 'proposal.giveOpinion', by: 'handler-xfd', body: { text }, again: true },
    ...{ legal: named('ASSIGNED', 'RETURN_REQUESTED', 'MET'), missing: UNLED },
  },
  {
    ...{ path: 'meeting', ability: 'proposal.recordMeeting', by: 'handler-cgj', body: { text }, again: true },
    ...{ legal: named('ASSIGNED'), missing: UNLED },
  },
  {
    ...{ path: 'meeting-confirmation', ability: 'proposal.confirmMeeting', by: AUTHOR, body: {} },
    legal: ['ASSIGNED, a talk recorded'],
  },
  {
    ...{ path: 'reply-draft', ability: 'proposal.draftReply', by: 'handler-cgj', body: { text }, again: true },
    ...{ legal: [...named('ASSIGNED', 'MET'), ...PROMISED], missing: UNLED },
  },
  {
    ...{ path: 'reply', ability: 'proposal.reply', by: 'head-cgj', body: { replyClass: 'A', text } },
    ...{ legal: named('MET'), missing: UNLED },
  },
  {
    ...{ path: 'supplement', ability: 'proposal.supplement', by: 'head-cgj', body: { replyClass: 'A', text } },
    ...{ legal: PROMISED, missing: UNLED },
  },
  {
    ...{ path: 'rating', ability: 'proposal.rate', by: AUTHOR, body: { rating: 'satisfied' } },
    legal: named('REPLIED'),
  },
  { path: 'closing', ability: 'proposal.close', by: 'liaison1', body: {}, legal: named('RATED') },
  { path: 'withdrawal', ability: 'proposal.withdraw', by: AUTHOR, body: {}, legal: ['SUBMITTED'] },
];

export const PROPOSALS: Kind = {
  ...{ title: 'a proposal', service: 'topics', collection: '/api/proposals' },
  ...{ moments: MOMENTS, deeds: DEEDS, states: PROPOSAL_STATES },
  trace: `SELECT row_to_json(p)::text
      || (SELECT count(*) FROM proposal_text t WHERE t.proposal_id = p.id AND t.final_at IS NOT NULL) AS trace,
      p.version AS effects FROM proposal p WHERE p.id = $1`,
};
