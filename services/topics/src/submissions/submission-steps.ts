import { randomUUID } from 'node:crypto';
import type { Instant } from '@hsl/contracts/instants';
import type { SubmissionChannel, SubmissionState } from '@hsl/contracts/submissions';
import type { AnyOutgoingEvent, Decision } from '@hsl/database/decision';
import { asInstant } from '@hsl/database/sql-values';
import type { Submission } from '../generated/prisma/client.js';

/** What a step does; only ends carry an answer. */
export interface StepBody {
  categoryCode?: string;
  handToCommunity?: boolean;
  answer?: string;
  topicId?: string;
  mergedInto?: string;
  whistleId?: string;
  reasonCode?: string;
}

export interface SubmissionStep {
  /** In the abilities table. */
  action: string;
  to: SubmissionState;
  /** In the timeline. */
  kind: string;
}

/** All steps start at RECEIVED (domain 4.1); whichever ends a submission writes the answer (S111), but its sender. */
export const SUBMISSION_STEPS = {
  screen: { action: 'submission.screen', to: 'RECEIVED', kind: 'screened' },
  topic: { action: 'submission.screen', to: 'TOPIC', kind: 'takenIntoTopic' },
  answer: { action: 'submission.answer', to: 'ANSWERED', kind: 'answered' },
  merge: { action: 'submission.merge', to: 'MERGED', kind: 'merged' },
  whistle: { action: 'submission.screen', to: 'WHISTLE', kind: 'becameWhistle' },
  withdraw: { action: 'submission.withdraw', to: 'WITHDRAWN', kind: 'withdrawn' },
  decline: { action: 'submission.decline', to: 'NOT_ACCEPTED', kind: 'declined' },
} as const satisfies Record<string, SubmissionStep>;

export interface StepTaken {
  row: Submission;
  step: SubmissionStep;
  body: StepBody;
  /** Absent for the sender, who has no account; without a role where an event of another service tells of it. */
  by: { userId: string; role?: string } | undefined;
  at: Instant;
}

/** The decision of a step that was allowed. Words stay in the row: timeline and event carry codes and ids. */
export function stepDecision({ row, step, body, by, at }: StepTaken): Decision {
  const { id, subdistrictId, version } = row;
  const { topicId, mergedInto, whistleId, reasonCode } = body;
  const categoryCode = body.categoryCode ?? row.categoryCode ?? undefined;
  const isEnd = step.to !== 'RECEIVED';
  return {
    ...{ table: 'submission', id, subdistrictId, expectedVersion: version, at, source: 'topics' },
    decisionId: nextDecisionId(row),
    patch: {
      ...{ state: step.to, category_code: categoryCode, topic_id: topicId, merged_into: mergedInto },
      whistle_id: whistleId,
      ...{ reason_code: reasonCode, handed_to_community: body.handToCommunity },
      screened_at: row.screenedAt || !by ? undefined : asInstant(at),
      ...(isEnd && by ? { answer: body.answer, answered_by: by.userId, answered_at: asInstant(at) } : {}),
    },
    timeline: [
      {
        ...{ kind: step.kind, fromState: row.state, toState: step.to, actorId: by?.userId, actorRole: by?.role },
        details: { topicId, mergedInto, whistleId, reasonCode, handToCommunity: body.handToCommunity },
      },
    ],
    events: [eventOf({ row, step, body: { ...body, categoryCode }, by, at })],
  };
}

/** More was told: the words go into a row of their own. */
export function additionDecision(row: Submission, by: StepTaken['by'], at: Instant): Decision {
  const { id, subdistrictId, version } = row;
  const fact = factOf(row, 'RECEIVED', row.categoryCode ?? undefined, at);
  return {
    ...{ table: 'submission', id, subdistrictId, expectedVersion: version, at, source: 'topics' },
    ...{ decisionId: nextDecisionId(row), patch: {} },
    timeline: [{ kind: 'infoAdded', toState: row.state, actorId: by?.userId, actorRole: by?.role }],
    events: [{ type: 'submission.infoAdded.v1', subject: id, data: { ...fact, enteredBy: by?.userId } }],
  };
}

/** Of this request alone: of two people who decide at once the second hears that it was late. */
const nextDecisionId = ({ id, version }: Submission): string => `submission/${id}#${version + 1}/${randomUUID()}`;

function eventOf({ row, step, body, by, at }: StepTaken): AnyOutgoingEvent {
  const { id: subject } = row;
  const fact = factOf(row, step.to, body.categoryCode, at);
  if (!by) return { type: 'submission.withdrawn.v1', subject, data: fact };
  if (step.to === 'RECEIVED') {
    const handedToCommunity = body.handToCommunity ?? false;
    return { type: 'submission.screened.v1', subject, data: { ...fact, screenedBy: by.userId, handedToCommunity } };
  }
  const { topicId, mergedInto, whistleId } = body;
  const senderHash = whistleId === undefined ? undefined : row.trackingHash;
  const data = { ...fact, answeredBy: by.userId, topicId, mergedInto, whistleId, senderHash };
  return { type: 'submission.answered.v1', subject, data };
}

function factOf(row: Submission, state: SubmissionState, categoryCode: string | undefined, at: Instant) {
  const { id: submissionId, communityId, qrPointId, version, dueAt } = row;
  return {
    ...{ submissionId, communityId, channel: row.channel as SubmissionChannel, state, categoryCode },
    ...{ qrPointId: qrPointId ?? undefined, version: version + 1, dueAt: dueAt.getTime(), at },
  };
}
