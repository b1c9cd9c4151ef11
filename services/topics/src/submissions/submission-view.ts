import type { Instant } from '@hsl/contracts/instants';
import type { Submission as SubmissionAnswer } from '@hsl/contracts/schemas/submissions';
import type { DeclineReason, SubmissionState } from '@hsl/contracts/submissions';
import type { Submission } from '../generated/prisma/client.js';
import type { Standing } from './submission-words.js';
import type { SubmissionRow } from './submissions.repository.js';

/** Not screened in time, or screened and open still after that time. */
export const isOverdue = ({ state, dueAt }: Submission, now: Instant): boolean =>
  state === 'RECEIVED' && dueAt.getTime() < now;

/** What its sender is told of. */
export const standingOf = (row: Submission, now: Instant): Standing => ({
  ...{ state: row.state as SubmissionState, isScreened: row.screenedAt !== null, isHanded: row.handedToCommunity },
  isOverdue: isOverdue(row, now),
});

/** As staff read it. The codes are texts in the table, written from the same unions. */
export function submissionView(row: SubmissionRow, now: Instant): SubmissionAnswer {
  const { id, version, communityId, text, handedToCommunity } = row;
  return {
    ...{ id, version, communityId, text, handedToCommunity, overdue: isOverdue(row, now) },
    channel: row.channel as SubmissionAnswer['channel'],
    state: row.state as SubmissionAnswer['state'],
    ...{ qrPointId: row.qrPointId ?? undefined, categoryCode: row.categoryCode ?? undefined },
    ...{ place: row.place ?? undefined, enteredBy: row.enteredBy ?? undefined },
    ...{ receivedAt: row.receivedAt.toISOString(), dueAt: row.dueAt.toISOString() },
    ...{ screenedAt: row.screenedAt?.toISOString(), answeredAt: row.answeredAt?.toISOString() },
    ...{ topicId: row.topicId ?? undefined, mergedInto: row.mergedInto ?? undefined },
    ...{ whistleId: row.whistleId ?? undefined, hasContact: row.contact !== null },
    hasPosition: row.position !== null,
    additions: row.additions.map(({ text: words, addedAt, addedBy }) => ({
      ...{ text: words, at: addedAt.toISOString(), addedBy: addedBy ?? undefined },
    })),
    reasonCode: (row.reasonCode as DeclineReason | null) ?? undefined,
    answer: row.answer ?? undefined,
  };
}
