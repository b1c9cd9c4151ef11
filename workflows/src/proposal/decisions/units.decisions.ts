import type { Instant } from '@hsl/contracts/instants';
import { Refused } from '@hsl/domain/refused';
import type { OpinionCommand, ReturnCommand, RuleReturnCommand } from '../proposal.messages.js';
import { owed, returnUntil, stepped, type ProposalDecided, type ProposalStatus } from '../proposal.state.js';
import { filed, moved } from './filing.decisions.js';

/**
 * The lead, and no supporting unit, says that it is another unit's: once per unit, within its time. Until the ruling it stays the lead, and its
 * time to reply goes on (domain 2.6).
 * @throws Refused proposalNotReady, returnNotAllowed
 */
export function requestReturn(status: ProposalStatus, command: ReturnCommand, at: Instant): ProposalDecided {
  const state = moved(status, 'requestReturn');
  const until = returnUntil(status);
  const lead = status.leadDepartmentId ?? '';
  const { departmentId = lead, contentId } = command;
  if (until === undefined || at > until || departmentId !== lead) throw new Refused('returnNotAllowed', status.state);
  const ruling = owed('proposalReturnRuling', at, status.terms, 'deputyLeader');
  const next = stepped(status, { state, ruling, returnsFrom: [...status.returnsFrom, lead] });
  return { next, fact: { type: 'returnRequested', contentId } };
}

const UNASSIGNED = {
  ...{ leadDepartmentId: undefined, supportingDepartmentIds: [], assignedAt: undefined },
  ...{ meetingRecorded: false, opinionsFrom: [], opinions: [] },
} satisfies Partial<ProposalStatus>;

/** Upheld, it is assigned anew with a fresh clock; refused, the same unit replies within the time it always had. */
export function ruleReturn(status: ProposalStatus, command: RuleReturnCommand, at: Instant): ProposalDecided {
  const { isUpheld, contentId } = command;
  const state = moved(status, isUpheld ? 'upholdReturn' : 'refuseReturn');
  const ruling = undefined;
  if (!isUpheld) return { next: stepped(status, { state, ruling }), fact: { type: 'returnRefused', contentId } };
  const departmentId = status.leadDepartmentId;
  const next = filed(status, { ...UNASSIGNED, state, ruling }, at);
  return { next, fact: { type: 'returnUpheld', contentId, departmentId } };
}

/**
 * A supporting unit tells the lead, and nobody else, what it thinks; it may add to it until the reply (domain 2.6).
 * @throws Refused proposalNotReady, also for a unit that does not support it
 */
export function giveOpinion(status: ProposalStatus, { departmentId, contentId }: OpinionCommand): ProposalDecided {
  moved(status, 'giveOpinion');
  const { supportingDepartmentIds, opinions, opinionsFrom } = status;
  if (!supportingDepartmentIds.includes(departmentId)) throw new Refused('proposalNotReady', status.state);
  const next = stepped(status, {
    opinionsFrom: [...new Set([...opinionsFrom, departmentId])],
    opinions: opinions.filter(({ holderId }) => holderId !== departmentId),
  });
  return { next, fact: { type: 'opinionGiven', contentId, departmentId } };
}
