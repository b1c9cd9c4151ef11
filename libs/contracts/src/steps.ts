/** The steps that have a clock (domain 4.3), and the ladder every late step climbs (domain 4.4). */
export const STEPS = [
  'accept',
  'resubmit',
  'declineRuling',
  'objection',
  'objectionRuling',
  'countersign',
  'firstContact',
  'checkIn',
  'deliberate',
  'dispatch',
  'acknowledge',
  'feedback',
  'returnRuling',
  'siteMeeting',
  'disputeRuling',
  'appeal',
  'appealRuling',
  'extensionRuling',
  'orderAnswer',
  'verify',
  'revisit',
  'outcomeChoice',
  'withdrawApproval',
  'ledgerApproval',
  'milestone',
  'ledgerReview',
  'carryOver',
  'lookBack',
  'reply',
  'proposalFile',
  'proposalAssign',
  'proposalReturnRuling',
  'proposalOpinion',
  'proposalPromise',
  'proposalRate',
  'proposalClose',
] as const;
export type Step = (typeof STEPS)[number];

/** What a rung is, in firing order. */
export const RUNG_KINDS = [
  'reminder',
  'yellowCard',
  'redCard',
  'superviseOrder',
  'interview',
  'escalatedSupervision',
] as const;
export type RungKind = (typeof RUNG_KINDS)[number];

/** Whom a step waits for: a person by id, or everybody who holds a role for the matter. */
export interface WaitingFor {
  step: Step;
  kind: 'role' | 'member' | 'department';
  /** Role name, member id or department id, by `kind`. */
  id: string;
}

/** An instant of the ladder. Milliseconds since the epoch, UTC. */
export interface RungAt {
  rung: 1 | 2 | 3 | 4 | 5 | 6;
  kind: RungKind;
  at: number;
}

/** A clock as it is shown. Milliseconds since the epoch, UTC; the portal shows Asia/Shanghai. */
export interface Deadline {
  step: Step;
  /** Whose clock it is, where several run at once (department tasks, check-ins). */
  holderId?: string;
  startedAt: number;
  dueAt: number;
  /** True while the due date lies in a year whose official calendar is not yet published. */
  provisional: boolean;
  paused: boolean;
  /** Days between start and due that are not working days; 0 for natural limits. */
  daysOffBetween: number;
  /** When the step was done; absent while it is owed. */
  doneAt?: number;
  /** The six rungs of a step that climbs the whole ladder, those that fired marked. */
  rungs?: (RungAt & { fired: boolean })[];
  /** When the quiet reminder goes out, for a step whose row keeps no ladder of its own. */
  reminderAt?: number;
}
