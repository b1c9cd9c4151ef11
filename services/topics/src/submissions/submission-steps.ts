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
  reasonCode?: string;
}

export interface SubmissionStep {
  /** In the abilities table. */
  action: string;
  to: SubmissionState;
  /** In the timeline. */
  kind: string;
}

/** All steps start at RECEIVED (domain 4.1); whichever ends a submission writes the answer (S111). */
export const SUBMISSION_STEPS = {
  screen: { action: 'submission.screen', to: 'RECEIVED', kind: 'screened' },
  topic: { action: 'submission.screen', to: 'TOPIC', kind: 'takenIntoTopic' },
  answer: { action: 'submission.answer', to: 'ANSWERED', kind: 'answered' },
  merge: { action: 'submission.merge', to: 'MERGED', kind: 'merged' },
  decline: { action: 'submission.decline', to: 'NOT_ACCEPTED', kind: 'declined' },
} as const satisfies Record<string, SubmissionStep>;

export interface StepTaken {
  row: Submission;
  step: SubmissionStep;
  body: StepBody;
  by: { userId: string; role: string };
  at: Instant;
}

/** The decision of a step that was allowed. Words stay in the row: timeline and event carry codes and ids. */
export function stepDecision({ row, step, body, by, at }: StepTaken): Decision {
  const { id, subdistrictId, version } = row;
  const { topicId, mergedInto, reasonCode } = body;
  const categoryCode = body.categoryCode ?? row.categoryCode ?? undefined;
  const isEnd = step.to !== 'RECEIVED';
  return {
    ...{ table: 'submission', id, subdistrictId, expectedVersion: version, at, source: 'topics' },
    decisionId: `submission/${id}#${version + 1}`,
    patch: {
      ...{ state: step.to, category_code: categoryCode, topic_id: topicId, merged_into: mergedInto },
      ...{ reason_code: reasonCode, handed_to_community: body.handToCommunity },
      screened_at: row.screenedAt ? undefined : asInstant(at),
      ...(isEnd ? { answer: body.answer, answered_by: by.userId, answered_at: asInstant(at) } : {}),
    },
    timeline: [
      {
        ...{ kind: step.kind, fromState: row.state, toState: step.to, actorId: by.userId, actorRole: by.role },
        details: { topicId, mergedInto, reasonCode, handToCommunity: body.handToCommunity },
      },
    ],
    events: [eventOf({ row, step, body: { ...body, categoryCode }, by, at })],
  };
}

function eventOf({ row, step, body, by, at }: StepTaken): AnyOutgoingEvent {
  const { id: subject, communityId, qrPointId, version, dueAt } = row;
  const fact = {
    ...{ submissionId: subject, communityId, channel: row.channel as SubmissionChannel, state: step.to },
    ...{ categoryCode: body.categoryCode, qrPointId: qrPointId ?? undefined },
    ...{ version: version + 1, dueAt: dueAt.getTime(), at },
  };
  if (step.to === 'RECEIVED') {
    const handedToCommunity = body.handToCommunity ?? false;
    return { type: 'submission.screened.v1', subject, data: { ...fact, screenedBy: by.userId, handedToCommunity } };
  }
  const { topicId, mergedInto } = body;
  const data = { ...fact, answeredBy: by.userId, topicId, mergedInto };
  return { type: 'submission.answered.v1', subject, data };
}
