/** States of every small and large life cycle (domain 4.1 and 4.2). */

export const WHISTLE_STATES = [
  'BLOWN',
  'NEEDS_INFO',
  'ACCEPTED',
  'ASSIGNING',
  'CHECKED_IN',
  'DELIBERATING',
  'COORDINATING',
  'VERIFYING',
  'REVISITING',
  'CONCLUDED',
  'LOOKING_BACK',
  'LEDGERED',
  'CARRIED_OVER',
  'ARCHIVED',
  'MERGED',
  'NOT_ACCEPTED',
  'WITHDRAWN',
] as const;
export type WhistleState = (typeof WHISTLE_STATES)[number];

/** Where the matter itself is finished; what follows is only the watch over its result. */
export const ENDED_WHISTLE_STATES = [
  'CONCLUDED',
  'LOOKING_BACK',
  'ARCHIVED',
  'MERGED',
  'NOT_ACCEPTED',
  'WITHDRAWN',
] as const satisfies readonly WhistleState[];

/** Where somebody is still at work on the matter. */
export const OPEN_WHISTLE_STATES: readonly WhistleState[] = WHISTLE_STATES.filter(
  (state) => !ENDED_WHISTLE_STATES.some((ended) => ended === state),
);

/** How a matter ended (S16): every end says which. */
export const OUTCOMES = [
  'resolved',
  'partlyResolved',
  'unreached',
  'explained',
  'referred',
  'merged',
  'withdrawn',
  'lapsed',
  'notAccepted',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a whistle is not taken (domain 2.3): each goes with a referral to who is in charge. */
export const DECLINE_CODES = [
  'inCourt',
  'inPetition',
  'discipline',
  'stateSecret',
  'emergencyLine',
  'repeatWithoutNews',
  'notOurs',
] as const;
export type DeclineCode = (typeof DECLINE_CODES)[number];

/** What the group leader may choose when a resident is dissatisfied for the third time (domain 4.5). */
export const LAST_CHOICES = ['carryOver', 'ledger', 'explainAndClose', 'refer'] as const;
export type LastChoice = (typeof LAST_CHOICES)[number];

/** What a session came to (domain 4.1 Topic). */
export const SESSION_OUTCOMES = ['consensus', 'partial', 'none'] as const;
export type SessionOutcome = (typeof SESSION_OUTCOMES)[number];

/** Why it is held: before the dispatch, or after a resident was dissatisfied twice (domain 4.2, 4.5). */
export const SESSION_PURPOSES = ['dispatch', 'dissatisfied'] as const;
export type SessionPurpose = (typeof SESSION_PURPOSES)[number];

export const SESSION_STATES = ['CONVENED', 'HELD', 'CANCELLED'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const LEDGER_STATES = ['APPLIED', 'REFUSED', 'RUNNING', 'DELIVERED', 'CARRIED_OVER', 'CLOSED_UNSOLVED'] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

/** REPLACED: the matter was carried over, and new dates took its place. */
export const MILESTONE_STATES = ['PENDING', 'DONE', 'SLIPPED', 'REPLACED'] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

export const MONTHLY_THEME_STATES = ['PROPOSED', 'APPROVED', 'REFUSED'] as const;
export type MonthlyThemeState = (typeof MONTHLY_THEME_STATES)[number];

export const CHECK_IN_STATES = [
  'REQUESTED',
  'CONFIRMED',
  'ON_SITE',
  'DONE',
  'DECLINED',
  'MISSED',
  'SUBSTITUTED',
  'DISMISSED',
] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

export const TASK_STATES = [
  'DISPATCHED',
  'ACKNOWLEDGED',
  'IN_PROGRESS',
  'FEEDBACK_SUBMITTED',
  'VERIFIED',
  'RETURN_REQUESTED',
  'RETURNED',
  'DISPUTED',
  'REWORK',
  'LEDGERED',
  'CANCELLED',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Why a department says that a task is not its own (domain 4.5). */
export const RETURN_REASONS = [
  'notOurDuty',
  'otherArea',
  'otherLevel',
  'noLegalPower',
  'duplicateTask',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** One lead department answers for the whole matter, the others for their part (domain 3). */
export const TASK_ROLES = ['lead', 'supporting'] as const;
export type TaskRole = (typeof TASK_ROLES)[number];

/** A proposal (domain 4.1). CARRIED_OVER: rated and left with a promise (class B) that is still owed. */
export const PROPOSAL_STATES = [
  'SUBMITTED',
  'FILED',
  'NOT_FILED',
  'ASSIGNED',
  'RETURN_REQUESTED',
  'MET',
  'REPLIED',
  'RATED',
  'CARRIED_OVER',
  'CLOSED',
  'WITHDRAWN',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Where nothing is owed for a proposal any more. */
const ENDED_PROPOSAL_STATES: readonly ProposalState[] = ['NOT_FILED', 'CLOSED', 'WITHDRAWN'];
export const isProposalOpen = (state: ProposalState): boolean => !ENDED_PROPOSAL_STATES.includes(state);
export const OPEN_PROPOSAL_STATES = PROPOSAL_STATES.filter(isProposalOpen);

/** What a reply says (domain 2.6): solved, being solved or planned, cannot be solved now, for reference. */
export const REPLY_CLASSES = ['A', 'B', 'C', 'D'] as const;
export type ReplyClass = (typeof REPLY_CLASSES)[number];

/** What the author says of the reply. */
export const PROPOSAL_RATINGS = ['satisfied', 'basic', 'dissatisfied'] as const;
export type ProposalRating = (typeof PROPOSAL_RATINGS)[number];
/** A form that never came back counts for no side. */
export type FinalProposalRating = ProposalRating | 'unreturned';

export const LOOK_BACK_STATES = ['SCHEDULED', 'STABLE', 'REBOUND', 'UNVERIFIABLE'] as const;
export type LookBackState = (typeof LOOK_BACK_STATES)[number];
/** What the person who looked back found. */
export type LookBackResult = Exclude<LookBackState, 'SCHEDULED'>;

export const isWhistleOpen = (state: WhistleState): boolean =>
  !(ENDED_WHISTLE_STATES as readonly WhistleState[]).includes(state);
