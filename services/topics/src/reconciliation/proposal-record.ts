import type { ActorRef } from '@hsl/contracts/roles';
import type { FinalProposalRating, ProposalState, ReplyClass } from '@hsl/contracts/states';
import type { Deadline, Step } from '@hsl/contracts/steps';
import type { OpenRow } from '@hsl/temporal/open-rows';
import type { ProposalResumed } from '@hsl/workflows/proposal/proposal.messages';
import type { Proposal, TimelineEntry } from '../generated/prisma/client.js';

/** A proposal of which something is owed, as its row has it. */
export interface OpenProposal extends OpenRow, Omit<Proposal, 'whistleId' | 'lastDecisionId' | 'returnUntil'> {}

export type Told = Pick<TimelineEntry, 'kind' | 'at' | 'actorRole' | 'details'>;

/** What of its history says more than its row. */
export const TELLING = ['submitted', 'assigned', 'returnRequested', 'returnUpheld', 'reminder'];

/** The clock that must run in each state; without it the row is not whole. */
const OWED: Partial<Record<string, Step>> = {
  ...{ SUBMITTED: 'proposalFile', FILED: 'proposalAssign', ASSIGNED: 'reply', RETURN_REQUESTED: 'reply', MET: 'reply' },
  ...{ REPLIED: 'proposalRate', RATED: 'proposalClose', CARRIED_OVER: 'proposalPromise' },
};

const detail = ({ details }: Told, name: string): unknown => (details as Record<string, unknown>)[name];

/** Its author; undefined where its history does not begin with a submission. */
export function authorOf({ submittedBy }: OpenProposal, [first]: readonly Told[]): ActorRef | undefined {
  if (first?.kind !== 'submitted' || first.actorRole === null) return undefined;
  return { userId: submittedBy, role: first.actorRole as ActorRef['role'] };
}

/** Where it goes on; undefined where row and history do not say enough. @param history the oldest entry first */
export function resumedOf(row: OpenProposal, history: readonly Told[]): ProposalResumed | undefined {
  const deadlines = row.deadlines as unknown as Deadline[];
  const returns = history.filter(({ kind }) => kind === 'returnUpheld').map((one) => detail(one, 'departmentId'));
  const assigned = row.leadDepartmentId === null ? undefined : history.findLast(({ kind }) => kind === 'assigned');
  const isWhole =
    deadlines.some(({ step }) => step === OWED[row.state]) &&
    (row.leadDepartmentId === null || assigned !== undefined) &&
    returns.every((unit) => typeof unit === 'string');
  if (!isWhole) return undefined;
  const { version, supportingDepartmentIds, meetingRecorded, opinionsFrom, replies } = row;
  return {
    ...{ version, supportingDepartmentIds, meetingRecorded, opinionsFrom, replies, deadlines },
    state: row.state as ProposalState,
    ...{ leadDepartmentId: row.leadDepartmentId ?? undefined, assignedAt: assigned?.at.getTime() },
    returnsFrom: [...returns, ...(assigned && hasReturned(history) ? [row.leadDepartmentId!] : [])],
    replyClass: (row.replyClass as ReplyClass | null) ?? undefined,
    ...{ repliedAt: row.repliedAt?.getTime(), rating: (row.rating as FinalProposalRating | null) ?? undefined },
    isRatingReminded: isReminded(history, deadlines),
  };
}

/** The lead of today has said that it is another unit's. */
const hasReturned = (history: readonly Told[]): boolean =>
  history.findLastIndex(({ kind }) => kind === 'returnRequested') >
  history.findLastIndex(({ kind }) => kind === 'assigned');

function isReminded(history: readonly Told[], deadlines: readonly Deadline[]): boolean {
  const window = deadlines.find(({ step }) => step === 'proposalRate');
  return history.some(
    (one) =>
      one.kind === 'reminder' && detail(one, 'step') === 'proposalRate' && one.at.getTime() >= (window?.startedAt ?? 0),
  );
}
