import { ROLES } from '@hsl/contracts/roles';
import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { Audience } from '@hsl/domain/ladder-audiences';
import type { NoticeRule } from './notice-rule.js';
import { PROPOSAL_NOTICES } from './proposal-notice-rules.js';

/**
 * Reference data: nothing a person must know or do; nor of bookings: the calendar of the room shows them; a
 * census is the projections'.
 * `user.changed.v1` is read as the list of recipients instead, `community.changed.v1` and `department.changed.v1` as
 * the names that letters give to places and units.
 */
type ReferenceEvent =
  | 'category.changed.v1'
  | 'topic.proposed.v1'
  | 'ruleSet.published.v1'
  | 'department.changed.v1'
  | 'community.changed.v1'
  | 'routing.changed.v1'
  | 'member.posted.v1'
  | 'register.recorded.v1'
  | 'register.changed.v1'
  | 'sitting.planned.v1'
  | 'session.thematicHeld.v1'
  | 'session.linked.v1'
  | 'task.rated.v1'
  | 'booking.made.v1'
  | 'booking.cancelled.v1'
  | 'whistle.census.v1'
  | 'task.census.v1'
  | 'user.changed.v1';
export type NoticedEvent = Exclude<keyof EventDataByType, ReferenceEvent>;

const LIAISON: Audience = { posts: ['liaisonOfficer'], of: 'subdistrict' };
const DEPUTY_LEADER: Audience = { posts: ['deputyLeader'], of: 'subdistrict' };
const WORKER: Audience = { posts: ['communityWorker'], of: 'community' };
const COMMUNITY: Audience = { posts: ['communityWorker', 'communityHead'], of: 'community' };
const EVERY_COMMUNITY: Audience = { posts: ['communityWorker', 'communityHead'], of: 'communities' };
const MEMBER: Audience = { posts: ['member'], of: 'member' };
const ADMIN: Audience = { posts: ['admin'], of: 'subdistrict' };
const DUTY_OFFICER: Audience = { posts: ['liaisonOfficer'], of: 'person' };
const PROPOSER: Audience = { posts: ['liaisonOfficer', 'deputyLeader', 'admin'], of: 'person' };
const HANDLER: Audience = { posts: ['handler'], of: 'department' };
/** Whoever the event names, whatever the post. */
const INVITEE: Audience = { posts: ROLES, of: 'person' };
const INVITED_DEPARTMENT: Audience = { posts: ['handler', 'deputyHead', 'head'], of: 'department' };
const GROUP_LEADER: Audience = { posts: ['groupLeader'], of: 'subdistrict' };
const COMMUNITY_HEAD: Audience = { posts: ['communityHead'], of: 'community' };
const DEPARTMENT_HEADS: Audience = { posts: ['deputyHead', 'head'], of: 'department' };

/**
 * Who is told what (S105). Of several rules that reach one person the first counts; an empty list says that nobody is
 * told on purpose.
 */
export const NOTICE_RULES: { readonly [T in NoticedEvent]: readonly NoticeRule<EventDataByType[T]>[] } = {
  'whistle.blown.v1': [
    // G1 and G2 outside working hours name who is on duty (domain 4.3); on any other nobody is named.
    { kind: 'dutyCall', urgency: 'alarm', to: [DUTY_OFFICER] },
    { kind: 'whistleToAccept', urgency: 'action', to: [LIAISON] },
    { kind: 'countersignDue', urgency: 'action', to: [COMMUNITY_HEAD], when: { level: 'yellow' } },
    { kind: 'countersignDue', urgency: 'action', to: [COMMUNITY_HEAD], when: { level: 'red' } },
  ],
  'whistle.countersigned.v1': [{ kind: 'whistleToAccept', urgency: 'action', to: [LIAISON] }],
  'whistle.sentBack.v1': [{ kind: 'whistleSentBack', urgency: 'action', to: [WORKER] }],
  'whistle.resubmitted.v1': [{ kind: 'whistleToAccept', urgency: 'action', to: [LIAISON] }],
  'whistle.declineProposed.v1': [{ kind: 'declineToRule', urgency: 'action', to: [DEPUTY_LEADER] }],
  'whistle.declineRejected.v1': [{ kind: 'whistleToAccept', urgency: 'action', to: [LIAISON] }],
  'whistle.declined.v1': [{ kind: 'whistleDeclined', urgency: 'warning', to: [COMMUNITY] }],
  'whistle.objected.v1': [{ kind: 'objectionToRule', urgency: 'action', to: [DEPUTY_LEADER] }],
  'whistle.objectionRuled.v1': [
    { kind: 'objectionRejected', urgency: 'info', to: [COMMUNITY], when: { upheld: false } },
    { kind: 'whistleToAccept', urgency: 'action', to: [LIAISON], when: { upheld: true } },
  ],
  'whistle.regraded.v1': [{ kind: 'whistleRegraded', urgency: 'info', to: [COMMUNITY, MEMBER, DEPARTMENT_HEADS] }],
  'whistle.escalated.v1': [{ kind: 'whistleEscalated', urgency: 'alarm', to: [DEPUTY_LEADER, GROUP_LEADER] }],
  'resident.contacted.v1': [],
  'whistle.deliberating.v1': [{ kind: 'sessionConvened', urgency: 'info', to: [COMMUNITY, LIAISON, MEMBER] }],
  'whistle.deliberated.v1': [{ kind: 'dispatchDue', urgency: 'action', to: [LIAISON] }],
  'whistle.selfResolved.v1': [{ kind: 'verifyDue', urgency: 'action', to: [MEMBER, WORKER] }],
  'whistle.unitsChanged.v1': [{ kind: 'unitsChanged', urgency: 'info', to: [COMMUNITY, MEMBER] }],
  'whistle.rescheduled.v1': [{ kind: 'whistleRescheduled', urgency: 'info', to: [COMMUNITY] }],
  // Told once for the whole subdistrict, by calendar.loaded.v1.
  'whistle.calendarLoaded.v1': [],
  'revisit.unreached.v1': [],
  'whistle.sessionConcluded.v1': [{ kind: 'sessionHeld', urgency: 'info', to: [COMMUNITY, DEPARTMENT_HEADS] }],
  'whistle.outcomeChosen.v1': [{ kind: 'outcomeChosen', urgency: 'info', to: [COMMUNITY, LIAISON] }],
  'whistle.reopened.v1': [{ kind: 'whistleReopened', urgency: 'warning', to: [DEPARTMENT_HEADS, LIAISON] }],
  'whistle.merged.v1': [{ kind: 'whistleMerged', urgency: 'info', to: [COMMUNITY] }],
  'whistle.absorbed.v1': [],
  // It moves nobody: whoever reads the matter sees it, and figures count it.
  'whistle.repeatLinked.v1': [],
  'whistle.withdrawProposed.v1': [{ kind: 'withdrawToRule', urgency: 'action', to: [DEPUTY_LEADER] }],
  'whistle.withdrawRefused.v1': [{ kind: 'withdrawRefused', urgency: 'info', to: [COMMUNITY] }],
  'whistle.withdrawn.v1': [
    { kind: 'whistleWithdrawn', urgency: 'info', to: [LIAISON, MEMBER, DEPARTMENT_HEADS], when: { lapsed: false } },
    { kind: 'whistleLapsed', urgency: 'warning', to: [COMMUNITY], when: { lapsed: true } },
  ],
  'whistle.ledgered.v1': [{ kind: 'whistleLedgered', urgency: 'info', to: [COMMUNITY, MEMBER] }],
  'whistle.ledgerDelivered.v1': [{ kind: 'verifyDue', urgency: 'action', to: [MEMBER, WORKER] }],
  'whistle.carriedOver.v1': [{ kind: 'whistleCarriedOver', urgency: 'info', to: [COMMUNITY, MEMBER] }],
  'whistle.accepted.v1': [
    { kind: 'whistleAccepted', urgency: 'info', to: [COMMUNITY], when: { auto: false } },
    { kind: 'whistleAcceptedByClock', urgency: 'info', to: [COMMUNITY], when: { auto: true } },
    { kind: 'whistleAcceptedByClock', urgency: 'alarm', to: [LIAISON, DEPUTY_LEADER], when: { auto: true } },
  ],
  'whistle.checkedIn.v1': [
    { kind: 'dispatchDue', urgency: 'action', to: [LIAISON], when: { substituted: false } },
    { kind: 'dispatchDueWithoutMember', urgency: 'action', to: [LIAISON], when: { substituted: true } },
    { kind: 'dispatchDueWithoutMember', urgency: 'warning', to: [DEPUTY_LEADER], when: { substituted: true } },
  ],
  'whistle.dispatched.v1': [{ kind: 'whistleDispatched', urgency: 'info', to: [MEMBER, COMMUNITY] }],
  'whistle.feedbackSubmitted.v1': [{ kind: 'verifyDue', urgency: 'action', to: [MEMBER, WORKER] }],
  'whistle.verified.v1': [{ kind: 'revisitDue', urgency: 'action', to: [LIAISON] }],
  // The lead's handlers hear of it from their task, which starts another round.
  'whistle.verificationFailed.v1': [
    { kind: 'verificationFailed', urgency: 'warning', to: [LIAISON, DEPARTMENT_HEADS] },
  ],
  'revisit.done.v1': [
    {
      kind: 'residentDissatisfied',
      urgency: 'warning',
      to: [DEPARTMENT_HEADS, COMMUNITY],
      when: { satisfaction: 'dissatisfied' },
    },
    { kind: 'residentDissatisfied', urgency: 'warning', to: [DEPARTMENT_HEADS, COMMUNITY], when: { solved: 'no' } },
  ],
  'whistle.concluded.v1': [{ kind: 'whistleConcluded', urgency: 'info', to: [COMMUNITY, MEMBER] }],
  'lookBack.due.v1': [{ kind: 'lookBackDue', urgency: 'action', to: [WORKER] }],
  'lookBack.reported.v1': [{ kind: 'lookBackRebound', urgency: 'warning', to: [LIAISON], when: { result: 'REBOUND' } }],
  'whistle.archived.v1': [],

  'step.reminded.v1': [{ kind: 'stepReminder', urgency: 'action', to: 'ladder' }],
  'card.yellow.v1': [{ kind: 'yellowCard', urgency: 'warning', to: 'ladder' }],
  'card.red.v1': [{ kind: 'redCard', urgency: 'alarm', to: 'ladder' }],
  'order.issued.v1': [{ kind: 'superviseOrder', urgency: 'alarm', to: 'ladder' }],
  'interview.due.v1': [{ kind: 'interviewDue', urgency: 'alarm', to: 'ladder' }],
  'supervision.escalated.v1': [{ kind: 'escalatedSupervision', urgency: 'alarm', to: 'ladder' }],

  'referral.answered.v1': [
    { kind: 'referralAnswered', urgency: 'action', to: [DEPUTY_LEADER, GROUP_LEADER] },
    { kind: 'referralAnswered', urgency: 'info', to: [LIAISON, COMMUNITY, DEPARTMENT_HEADS, MEMBER] },
  ],

  'ledger.applied.v1': [
    { kind: 'ledgerToRule', urgency: 'action', to: [DEPUTY_LEADER, GROUP_LEADER], when: { isChosen: false } },
  ],
  'ledger.approved.v1': [{ kind: 'ledgerApproved', urgency: 'info', to: [DEPARTMENT_HEADS] }],
  'ledger.refused.v1': [{ kind: 'ledgerRefused', urgency: 'warning', to: [DEPARTMENT_HEADS] }],
  'ledger.milestoneDone.v1': [{ kind: 'milestoneDone', urgency: 'info', to: [LIAISON, COMMUNITY] }],
  'ledger.milestoneSlipped.v1': [
    { kind: 'milestoneSlipped', urgency: 'warning', to: [HANDLER, DEPARTMENT_HEADS, LIAISON], when: { slips: 1 } },
    { kind: 'milestoneSlippedAgain', urgency: 'alarm', to: [DEPARTMENT_HEADS, LIAISON, DEPUTY_LEADER] },
  ],
  'ledger.reviewDue.v1': [
    { kind: 'carryOverDue', urgency: 'action', to: [DEPARTMENT_HEADS, GROUP_LEADER], when: { isYearEnd: true } },
    { kind: 'ledgerReviewDue', urgency: 'action', to: [LIAISON, DEPUTY_LEADER] },
  ],
  'ledger.carryOverProposed.v1': [{ kind: 'carryOverToRule', urgency: 'action', to: [GROUP_LEADER] }],
  // The whistle's own event tells the community.
  'ledger.carriedOver.v1': [],
  'ledger.carryOverRefused.v1': [{ kind: 'carryOverRefused', urgency: 'warning', to: [DEPARTMENT_HEADS] }],
  'ledger.delivered.v1': [],
  'ledger.closed.v1': [],

  // The whistle's own events tell of the session and its outcome; a second one is news of its own.
  'session.convened.v1': [],
  'session.held.v1': [{ kind: 'secondSession', urgency: 'action', to: [MEMBER, LIAISON], when: { isLast: false } }],
  'session.cancelled.v1': [],
  'sitting.invited.v1': [{ kind: 'sessionInvitation', urgency: 'action', to: [MEMBER, INVITEE, INVITED_DEPARTMENT] }],
  'sitting.reminded.v1': [{ kind: 'sessionReminder', urgency: 'info', to: [MEMBER, INVITEE, INVITED_DEPARTMENT] }],
  'sitting.calledOff.v1': [{ kind: 'sessionCalledOff', urgency: 'warning', to: [MEMBER, INVITEE, INVITED_DEPARTMENT] }],
  // The communities tell the residents concerned, who read the result without an account.
  'session.published.v1': [{ kind: 'sessionResultToTell', urgency: 'action', to: [EVERY_COMMUNITY, MEMBER] }],

  'community.silent.v1': [{ kind: 'communitySilent', urgency: 'warning', to: [COMMUNITY, LIAISON] }],
  'topic.changed.v1': [
    { kind: 'topicToPlan', urgency: 'action', to: [DEPUTY_LEADER], when: { change: 'shortlist' } },
    { kind: 'topicNominated', urgency: 'info', to: [LIAISON], when: { change: 'nominate' } },
    { kind: 'topicPlanned', urgency: 'action', to: [LIAISON], when: { change: 'plan' } },
    { kind: 'topicMoved', urgency: 'warning', to: [LIAISON, DEPUTY_LEADER], when: { change: 'level' } },
  ],
  'submission.received.v1': [
    { kind: 'submissionToScreen', urgency: 'action', to: [LIAISON] },
    { kind: 'submissionReceived', urgency: 'info', to: [COMMUNITY] },
  ],
  'submission.screened.v1': [
    { kind: 'submissionToAnswer', urgency: 'action', to: [WORKER], when: { handedToCommunity: true } },
  ],
  // The answer is for the sender, who reads it by the tracking code.
  'submission.answered.v1': [],
  'submission.infoAdded.v1': [{ kind: 'submissionInfoAdded', urgency: 'info', to: [LIAISON, WORKER] }],
  'submission.screeningDue.v1': [
    { kind: 'screeningReminder', urgency: 'action', to: [LIAISON], when: { stage: 'reminder' } },
    { kind: 'screeningOverdue', urgency: 'warning', to: [LIAISON, DEPUTY_LEADER], when: { stage: 'overdue' } },
    { kind: 'screeningOverdue', urgency: 'alarm', to: [LIAISON, DEPUTY_LEADER], when: { stage: 'escalated' } },
    { kind: 'screeningOverdue', urgency: 'alarm', to: [DEPUTY_LEADER, GROUP_LEADER], when: { stage: 'leadership' } },
  ],
  // Who asked to be forgotten is not reminded of it.
  'personalData.erased.v1': [],
  'submission.withdrawn.v1': [{ kind: 'submissionWithdrawn', urgency: 'info', to: [LIAISON, WORKER] }],
  // Whoever blew it meant a sender who now hears nothing of it.
  'submission.linkFailed.v1': [
    { kind: 'submissionNotFound', urgency: 'warning', to: [INVITEE], when: { reasonCode: 'unknownSubmission' } },
    { kind: 'submissionEndedBefore', urgency: 'warning', to: [INVITEE], when: { reasonCode: 'submissionEnded' } },
  ],

  // Members are on the road, and silence counts after hours.
  'checkIn.requested.v1': [{ kind: 'checkInRequested', urgency: 'action', to: [MEMBER], channels: ['email', 'sms'] }],
  'checkIn.confirmed.v1': [{ kind: 'memberComing', urgency: 'info', to: [WORKER] }],
  // The next member is asked at once; nobody has to act.
  'checkIn.declined.v1': [],
  'checkIn.missed.v1': [
    { kind: 'checkInMissed', urgency: 'warning', to: [LIAISON] },
    { kind: 'ownCheckInMissed', urgency: 'warning', to: [MEMBER] },
  ],
  // whistle.checkedIn.v1 tells the liaison officers that they stand in.
  'checkIn.substituted.v1': [],
  'checkIn.dismissed.v1': [{ kind: 'whistleWithdrawn', urgency: 'info', to: [MEMBER] }],

  'coverage.breached.v1': [
    { kind: 'coverageBreached', urgency: 'warning', to: [LIAISON, DEPUTY_LEADER, COMMUNITY_HEAD] },
  ],
  'coverage.cured.v1': [{ kind: 'coverageCured', urgency: 'info', to: [LIAISON, DEPUTY_LEADER, COMMUNITY_HEAD] }],

  'ruleSet.proposed.v1': [{ kind: 'ruleSetToRule', urgency: 'action', to: [DEPUTY_LEADER, GROUP_LEADER] }],
  'ruleSet.rejected.v1': [{ kind: 'ruleSetRejected', urgency: 'info', to: [PROPOSER] }],
  'ruleSet.changed.v1': [
    { kind: 'ruleSetChanged', urgency: 'info', to: [PROPOSER, LIAISON, DEPUTY_LEADER, GROUP_LEADER] },
  ],
  'calendar.loaded.v1': [{ kind: 'calendarLoaded', urgency: 'info', to: [LIAISON, DEPUTY_LEADER] }],
  'calendar.yearMissed.v1': [{ kind: 'calendarMissing', urgency: 'warning', to: [ADMIN] }],

  'monthlyTheme.proposed.v1': [{ kind: 'themeToRule', urgency: 'action', to: [DEPUTY_LEADER, GROUP_LEADER] }],
  'monthlyTheme.approved.v1': [{ kind: 'themeApproved', urgency: 'info', to: [LIAISON, DEPUTY_LEADER, GROUP_LEADER] }],
  'monthlyTheme.refused.v1': [{ kind: 'themeRefused', urgency: 'info', to: [PROPOSER] }],

  'proposal.changed.v1': PROPOSAL_NOTICES,

  'task.dispatched.v1': [{ kind: 'taskDispatched', urgency: 'action', to: [HANDLER] }],
  'task.acknowledged.v1': [],
  'task.feedbackSubmitted.v1': [],
  'task.reworked.v1': [{ kind: 'taskReworked', urgency: 'action', to: [HANDLER] }],
  'task.stopped.v1': [{ kind: 'taskStopped', urgency: 'info', to: [HANDLER] }],
  'task.waived.v1': [{ kind: 'taskStopped', urgency: 'info', to: [HANDLER] }],
  'task.returnRequested.v1': [{ kind: 'returnToRule', urgency: 'action', to: [LIAISON] }],
  'task.returnRefused.v1': [{ kind: 'returnRefused', urgency: 'action', to: [HANDLER, DEPARTMENT_HEADS] }],
  'task.returned.v1': [{ kind: 'taskStopped', urgency: 'info', to: [HANDLER] }],
  'task.disputed.v1': [{ kind: 'siteMeetingDue', urgency: 'action', to: [LIAISON, DEPUTY_LEADER, DEPARTMENT_HEADS] }],
  'dispute.met.v1': [{ kind: 'disputeToRule', urgency: 'action', to: [DEPUTY_LEADER] }],
  'dispute.ruled.v1': [{ kind: 'disputeRuled', urgency: 'warning', to: [DEPARTMENT_HEADS, LIAISON] }],
  'dispute.appealed.v1': [{ kind: 'appealToRule', urgency: 'action', to: [GROUP_LEADER] }],
  'dispute.settled.v1': [{ kind: 'disputeSettled', urgency: 'info', to: [DEPARTMENT_HEADS, LIAISON] }],
  'task.extensionRequested.v1': [{ kind: 'extensionToRule', urgency: 'action', to: [LIAISON, DEPUTY_LEADER] }],
  'task.extended.v1': [{ kind: 'taskExtended', urgency: 'info', to: [HANDLER, COMMUNITY] }],
  'task.extensionRefused.v1': [{ kind: 'extensionRefused', urgency: 'warning', to: [HANDLER] }],
  'task.idleFlagged.v1': [{ kind: 'pauseToAgree', urgency: 'action', to: [LIAISON] }],
  'task.paused.v1': [{ kind: 'taskPaused', urgency: 'info', to: [HANDLER] }],
  'task.resumed.v1': [{ kind: 'taskResumed', urgency: 'action', to: [HANDLER] }],
  'order.answered.v1': [{ kind: 'orderAnswered', urgency: 'action', to: [DEPUTY_LEADER] }],
  'blocker.recorded.v1': [{ kind: 'blockerRecorded', urgency: 'warning', to: [LIAISON, DEPARTMENT_HEADS] }],
  'blocker.cleared.v1': [{ kind: 'blockerCleared', urgency: 'info', to: [HANDLER, COMMUNITY] }],
  // whistle.regraded.v1 tells the heads.
  'task.termsChanged.v1': [],
};

/** Every event type with a line in the table. */
export const NOTICED_EVENTS = Object.keys(NOTICE_RULES) as NoticedEvent[];
