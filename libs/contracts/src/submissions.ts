import type { Instant } from './instants.js';

/** Codes of residents' submissions and of the points where their QR codes hang (domain 4.1, S35, S98, S111). */

/** How it came in. The first two need no sign-in; the next three are entered by staff on behalf; the last by a key. */
export const PUBLIC_CHANNELS = ['qrSubmission', 'opinionExpress'] as const;
export const STAFF_CHANNELS = ['hall', 'member', 'staff'] as const;
export const SUBMISSION_CHANNELS = [...PUBLIC_CHANNELS, ...STAFF_CHANNELS, 'partner'] as const;
export type SubmissionChannel = (typeof SUBMISSION_CHANNELS)[number];

/** Every state but RECEIVED is an end and has a written answer; what its sender took back needs none. */
export const SUBMISSION_STATES = [
  'RECEIVED',
  'ANSWERED',
  'TOPIC',
  'WHISTLE',
  'MERGED',
  'NOT_ACCEPTED',
  'WITHDRAWN',
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export const DECLINE_REASONS = ['notOurDuty', 'otherAuthority', 'inCourt', 'unclear', 'abusive', 'notFactual'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why a whistle could not be linked with the submission it named. */
export const LINK_FAILURES = ['unknownSubmission', 'submissionEnded'] as const;
export type LinkFailure = (typeof LINK_FAILURES)[number];

/** What the clock of the screening says, in this order, while nobody screens (S111). */
export const SCREENING_STAGES = ['reminder', 'overdue', 'escalated', 'leadership'] as const;
export type ScreeningStage = (typeof SCREENING_STAGES)[number];
export interface StageAt {
  stage: ScreeningStage;
  at: Instant;
}

/** Why somebody of the house reads how the sender may be reached; each reading is written down with it. */
export const CONTACT_PURPOSES = ['callBack', 'siteVisit', 'verify', 'sendAnswer'] as const;

export const SIMILARITY_REASONS = ['similarText', 'sameCategoryAndPlace'] as const;
export type SimilarityReason = (typeof SIMILARITY_REASONS)[number];

export const QR_POINT_KINDS = ['venue', 'estate', 'noticeBoard'] as const;
export type QrPointKind = (typeof QR_POINT_KINDS)[number];

/** A resident's comment waits until somebody has looked at it; a member's is public at once. */
export const COMMENT_STATES = ['PENDING', 'PUBLISHED', 'REJECTED'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];
