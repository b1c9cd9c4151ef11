/** What a notice tells its reader; the words for each are in the notices service. */
export const NOTICE_KINDS = [
  'whistleToAccept',
  'whistleAccepted',
  'whistleAcceptedByClock',
  'checkInRequested',
  'checkInMissed',
  'ownCheckInMissed',
  'memberComing',
  'dispatchDue',
  'dispatchDueWithoutMember',
  'whistleDispatched',
  'taskDispatched',
  'taskReworked',
  'verifyDue',
  'verificationFailed',
  'revisitDue',
  'residentDissatisfied',
  'whistleConcluded',
  'lookBackDue',
  'lookBackRebound',
  'stepReminder',
  'yellowCard',
  'redCard',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How loud: `action` waits for the reader, `warning` says that a deadline is near, `alarm` that it has passed. */
export const NOTICE_URGENCIES = ['info', 'action', 'warning', 'alarm'] as const;
export type NoticeUrgency = (typeof NOTICE_URGENCIES)[number];
