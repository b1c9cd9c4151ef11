import { deadlinesOf, rungOf } from '@hsl/contracts/clock-answers';
import type { ActionView } from '@hsl/contracts/process-view';
import type { Proposal } from '@hsl/contracts/schemas/proposals';
import type { Deadline, RungAt } from '@hsl/contracts/steps';
import type { ProposalRow } from './proposals.repository.js';

const iso = (at: Date | null): string | undefined => at?.toISOString();

/** A proposal as it is answered. @param mayRead whether the words of that step are for who asks */
export function proposalViewOf(
  row: ProposalRow,
  actions: ActionView[],
  now: number,
  mayRead: (step: string) => boolean,
): Proposal {
  const {
    id,
    version,
    submittedBy,
    supportingDepartmentIds,
    meetingRecorded,
    replies,
    texts,
    opinionsFrom,
    ruleSetVersion,
  } = row;
  const own = texts.find(({ title }) => title !== null);
  return {
    ...{ id, version, submittedBy, supportingDepartmentIds, meetingRecorded, replies, actions },
    ...{ opinionsFrom, ruleSetVersion, returnUntil: iso(row.returnUntil) },
    ...{ title: own?.title ?? '', text: own?.text ?? '' },
    ...{ whistleId: row.whistleId ?? undefined, sessionId: row.sessionId ?? undefined },
    state: row.state as Proposal['state'],
    submittedAt: row.submittedAt.toISOString(),
    leadDepartmentId: row.leadDepartmentId ?? undefined,
    replyClass: (row.replyClass ?? undefined) as Proposal['replyClass'],
    rating: (row.rating ?? undefined) as Proposal['rating'],
    ...{ repliedAt: iso(row.repliedAt), promisedAt: iso(row.promisedAt), dueAt: iso(row.dueAt) },
    overdue: row.dueAt !== null && row.dueAt.getTime() < now,
    nextRung: rungOf(row.nextRung as unknown as RungAt | null),
    deadlines: deadlinesOf(row.deadlines as unknown as Deadline[]),
    texts: texts
      .filter((one) => one !== own && mayRead(one.step))
      .map(({ step, text, finalAt, createdAt }) => ({ step, text, recordedAt: (finalAt ?? createdAt).toISOString() })),
  };
}
