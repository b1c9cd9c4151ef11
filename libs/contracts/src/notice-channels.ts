import type { NoticeKind, NoticeUrgency } from './notice-kinds.js';

/** What reaches a person outside the portal; the inbox gets every notice whatever anybody chooses. */
export const NOTICE_CHANNELS = ['email', 'sms'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** By what a person may choose: as the rules say, always, or never. */
export const CHANNEL_CHOICES = ['byRule', 'always', 'never'] as const;

/** Where a rule names no channels of its own, the urgency of its notice does. */
export const CHANNELS_BY_URGENCY: Readonly<Record<NoticeUrgency, readonly NoticeChannel[]>> = {
  info: [],
  action: ['email'],
  warning: ['email'],
  alarm: ['email', 'sms'],
};

/** Kinds of notices as people choose among them. */
export const NOTICE_GROUPS = [
  'toDo',
  'deadlines',
  'progress',
  'sessions',
  'proposals',
  'submissions',
  'rules',
] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

/** Kinds that do not begin with the name of their group; the rest is `progress`. */
const TO_DO: readonly NoticeKind[] = [
  ...(['whistleToAccept', 'dutyCall', 'checkInRequested', 'dispatchDue', 'dispatchDueWithoutMember'] as const),
  ...(['taskDispatched', 'taskReworked', 'verifyDue', 'revisitDue', 'lookBackDue', 'countersignDue'] as const),
  ...(['declineToRule', 'objectionToRule', 'withdrawToRule', 'returnToRule', 'disputeToRule', 'appealToRule'] as const),
  ...(['siteMeetingDue', 'extensionToRule', 'pauseToAgree', 'whistleSentBack', 'ledgerToRule'] as const),
  ...(['carryOverDue', 'carryOverToRule', 'ledgerReviewDue', 'topicToPlan'] as const),
];
const DEADLINES: readonly NoticeKind[] = [
  ...(['stepReminder', 'yellowCard', 'redCard', 'superviseOrder', 'interviewDue', 'escalatedSupervision'] as const),
  ...(['checkInMissed', 'ownCheckInMissed', 'milestoneSlipped', 'milestoneSlippedAgain', 'whistleEscalated'] as const),
  ...(['coverageBreached', 'communitySilent', 'whistleLapsed', 'referralAnswered'] as const),
];
const RULES: readonly NoticeKind[] = [
  ...(['ruleSetToRule', 'ruleSetRejected', 'ruleSetChanged', 'calendarLoaded', 'calendarMissing'] as const),
  ...(['themeToRule', 'themeApproved', 'themeRefused'] as const),
];

/** The group of a kind: every kind has one. */
export function groupOf(kind: NoticeKind): NoticeGroup {
  if (TO_DO.includes(kind)) return 'toDo';
  if (DEADLINES.includes(kind)) return 'deadlines';
  if (RULES.includes(kind)) return 'rules';
  if (kind.startsWith('session') || kind === 'secondSession') return 'sessions';
  if (kind.startsWith('proposal')) return 'proposals';
  if (kind.startsWith('submission') || kind.startsWith('screening')) return 'submissions';
  return 'progress';
}
