import type { Step } from '@hsl/contracts/steps';
import type { Audience } from './audience.js';

/** The rungs that people hear of, by the event that tells of them (domain 4.4, rungs 1 to 3). */
export const LADDER_EVENTS = ['step.reminded.v1', 'card.yellow.v1', 'card.red.v1'] as const;
export type LadderEvent = (typeof LADDER_EVENTS)[number];

const LIAISON: Audience = { posts: ['liaisonOfficer'], of: 'subdistrict' };
const DEPUTY_LEADER: Audience = { posts: ['deputyLeader'], of: 'subdistrict' };
const MEMBER: Audience = { posts: ['member'], of: 'member' };
const WORKER: Audience = { posts: ['communityWorker'], of: 'community' };
const COMMUNITY_HEAD: Audience = { posts: ['communityHead'], of: 'community' };
const HANDLER: Audience = { posts: ['handler'], of: 'department' };
const DEPUTY_HEAD: Audience = { posts: ['deputyHead'], of: 'department' };
const HEAD: Audience = { posts: ['head'], of: 'department' };

const ofLiaison = {
  'step.reminded.v1': [LIAISON],
  'card.yellow.v1': [LIAISON],
  'card.red.v1': [LIAISON, DEPUTY_LEADER],
} as const;
const ofDepartment = {
  'step.reminded.v1': [HANDLER],
  'card.yellow.v1': [HANDLER, DEPUTY_HEAD],
  'card.red.v1': [HEAD, DEPUTY_LEADER],
} as const;

/**
 * Who hears of a late step: first whoever is in charge of it, then the next above, at expiry those who answer for it
 * (domain 4.4: yellow to handler and deputy head, red to department head and deputy leader).
 */
export const LADDER_AUDIENCES: Readonly<Record<Step, Readonly<Record<LadderEvent, readonly Audience[]>>>> = {
  accept: ofLiaison,
  // Members get no cards: silence is MISSED and costs points (domain 4.5).
  checkIn: { 'step.reminded.v1': [MEMBER], 'card.yellow.v1': [], 'card.red.v1': [] },
  dispatch: ofLiaison,
  acknowledge: ofDepartment,
  feedback: ofDepartment,
  verify: {
    'step.reminded.v1': [MEMBER, WORKER],
    'card.yellow.v1': [MEMBER, WORKER, COMMUNITY_HEAD],
    'card.red.v1': [COMMUNITY_HEAD, LIAISON, DEPUTY_LEADER],
  },
  revisit: ofLiaison,
  lookBack: {
    'step.reminded.v1': [WORKER],
    'card.yellow.v1': [WORKER, COMMUNITY_HEAD],
    'card.red.v1': [COMMUNITY_HEAD, DEPUTY_LEADER],
  },
};
