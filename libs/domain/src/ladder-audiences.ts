import { RUNG_EVENT_TYPES, RUNG_EVENTS, type RungEventType } from '@hsl/contracts/events/ladder-events';
import type { Role } from '@hsl/contracts/roles';
import type { RungKind, Step } from '@hsl/contracts/steps';

/**
 * Everybody who holds one of these posts in the subdistrict, or for the community, department or member of an event; of
 * a `person` only who is named by the event; `communities` are all that it concerns. `lead` and `supporting` are the departments of a proposal.
 */
export interface Audience {
  posts: readonly Role[];
  of: 'subdistrict' | 'community' | 'communities' | 'department' | 'lead' | 'supporting' | 'member' | 'person';
}

const LIAISON: Audience = { posts: ['liaisonOfficer'], of: 'subdistrict' };
const DEPUTY_LEADER: Audience = { posts: ['deputyLeader'], of: 'subdistrict' };
const GROUP_LEADER: Audience = { posts: ['groupLeader'], of: 'subdistrict' };
const MEMBER: Audience = { posts: ['member'], of: 'member' };
/** The member who submitted a proposal. */
const AUTHOR: Audience = { posts: ['member'], of: 'person' };
const WORKER: Audience = { posts: ['communityWorker'], of: 'community' };
const COMMUNITY_HEAD: Audience = { posts: ['communityHead'], of: 'community' };
const HANDLER: Audience = { posts: ['handler'], of: 'department' };
const DEPUTY_HEAD: Audience = { posts: ['deputyHead'], of: 'department' };
const HEAD: Audience = { posts: ['head'], of: 'department' };

type Chain = Readonly<Record<RungEventType, readonly Audience[]>>;

/** Who hears of the six rungs, in firing order. */
const chain = (...rungs: readonly (readonly Audience[])[]): Chain =>
  Object.fromEntries(RUNG_EVENTS.map((event, index) => [event, rungs[index] ?? []])) as Chain;

const TOP = [DEPUTY_LEADER, GROUP_LEADER] as const;
const ofLiaison = chain([LIAISON], [LIAISON], [LIAISON, DEPUTY_LEADER], [LIAISON, DEPUTY_LEADER], TOP, TOP);
const ofDepartment = chain(
  [HANDLER],
  [HANDLER, DEPUTY_HEAD],
  [HEAD, DEPUTY_LEADER],
  [DEPUTY_HEAD, HEAD, DEPUTY_LEADER],
  [HEAD, ...TOP],
  [HEAD, ...TOP],
);
const ofDeputyLeader = chain([DEPUTY_LEADER], [DEPUTY_LEADER], TOP, TOP, TOP, TOP);
const ofGroupLeader = chain([GROUP_LEADER], [GROUP_LEADER], TOP, TOP, TOP, TOP);
const ofCommunity = chain(
  [WORKER],
  [WORKER, COMMUNITY_HEAD],
  [COMMUNITY_HEAD, DEPUTY_LEADER],
  [COMMUNITY_HEAD, DEPUTY_LEADER],
  [COMMUNITY_HEAD, ...TOP],
  [COMMUNITY_HEAD, ...TOP],
);
const ofCommunityHead = chain([COMMUNITY_HEAD], [COMMUNITY_HEAD], [COMMUNITY_HEAD, DEPUTY_LEADER], TOP, TOP, TOP);
const ofAuthor = chain([AUTHOR], [AUTHOR], [LIAISON], [LIAISON], TOP, TOP);
const ofConvener = chain([MEMBER, LIAISON], [MEMBER, LIAISON], [LIAISON, DEPUTY_LEADER], TOP, TOP, TOP);

/**
 * Who hears of a late step: first whoever is in charge of it, then the next above, at expiry those who answer for it
 * (domain 4.4: yellow to handler and deputy head, red to department head and deputy leader), then the leadership.
 */
export const LADDER_AUDIENCES: Readonly<Record<Step, Chain>> = {
  accept: ofLiaison,
  resubmit: ofCommunity,
  declineRuling: ofDeputyLeader,
  objection: ofCommunity,
  objectionRuling: ofDeputyLeader,
  countersign: ofCommunityHead,
  firstContact: ofCommunity,
  // Members get no cards: silence is MISSED and costs points (domain 4.5).
  checkIn: chain([MEMBER]),
  deliberate: ofConvener,
  dispatch: ofLiaison,
  acknowledge: ofDepartment,
  feedback: ofDepartment,
  returnRuling: ofLiaison,
  siteMeeting: ofLiaison,
  disputeRuling: ofDeputyLeader,
  appeal: ofDepartment,
  appealRuling: ofGroupLeader,
  extensionRuling: ofLiaison,
  orderAnswer: ofDepartment,
  verify: chain(
    [MEMBER, WORKER],
    [MEMBER, WORKER, COMMUNITY_HEAD],
    [COMMUNITY_HEAD, LIAISON, DEPUTY_LEADER],
    [COMMUNITY_HEAD, LIAISON, DEPUTY_LEADER],
    TOP,
    TOP,
  ),
  revisit: ofLiaison,
  outcomeChoice: ofGroupLeader,
  withdrawApproval: ofDeputyLeader,
  ledgerApproval: ofDeputyLeader,
  milestone: ofDepartment,
  ledgerReview: ofLiaison,
  carryOver: ofGroupLeader,
  lookBack: ofCommunity,
  reply: ofDepartment,
  proposalFile: ofDeputyLeader,
  proposalAssign: ofLiaison,
  proposalReturnRuling: ofDeputyLeader,
  proposalOpinion: ofDepartment,
  proposalPromise: ofDepartment,
  proposalRate: ofAuthor,
  proposalClose: ofLiaison,
};

/** The roles that hear of a rung of that step, each once. */
export const rolesAtRung = (step: Step, rung: RungKind): Role[] => [
  ...new Set(LADDER_AUDIENCES[step][RUNG_EVENT_TYPES[rung]].flatMap(({ posts }) => posts)),
];
