import type { Instant } from '@hsl/contracts/instants';
import type { ProposalState } from '@hsl/contracts/states';
import { nextProposalState, type ProposalAction } from '@hsl/domain/proposal-transitions';
import { Refused } from '@hsl/domain/refused';
import type { AssignCommand, FileCommand } from '../proposal.messages.js';
import { owed, stepped, type ProposalDecided, type ProposalStatus } from '../proposal.state.js';

/** Where the table leads. @throws Refused proposalNotReady */
export function moved({ state }: ProposalStatus, action: ProposalAction): ProposalState {
  const to = nextProposalState(state, action);
  if (!to) throw new Refused('proposalNotReady', state);
  return to;
}

/** It waits for its assignment, for the first time or after a return that was upheld. */
export const filed = (status: ProposalStatus, change: Partial<ProposalStatus>, at: Instant): ProposalStatus =>
  stepped(status, { ...change, clock: owed('proposalAssign', at, status.terms, 'liaisonOfficer') });

/** Examined: filed, or not, with the reason in writing (domain 4.1). */
export function file(status: ProposalStatus, { isFiled, contentId }: FileCommand, at: Instant): ProposalDecided {
  const state = moved(status, isFiled ? 'file' : 'refuse');
  if (!isFiled) return { next: stepped(status, { state, clock: undefined }), fact: { type: 'notFiled', contentId } };
  return { next: filed(status, { state }, at), fact: { type: 'filed', contentId } };
}

/** From here on the lead has its time to reply, and each supporting unit its time for an opinion (domain 2.6). */
export function assign(status: ProposalStatus, command: AssignCommand, at: Instant): ProposalDecided {
  const state = moved(status, 'assign');
  const { leadDepartmentId, supportingDepartmentIds: others } = command;
  const { terms } = status;
  const supportingDepartmentIds = [...new Set(others)].filter((id) => id !== leadDepartmentId);
  const next = stepped(status, {
    ...{ state, leadDepartmentId, supportingDepartmentIds, assignedAt: at },
    clock: owed('reply', at, terms, leadDepartmentId),
    opinions: supportingDepartmentIds.map((id) => owed('proposalOpinion', at, terms, id)),
  });
  return { next, fact: { type: 'assigned' } };
}

/** What was promised stays owed after the closing: the proposal is carried over (S63). */
export function close(status: ProposalStatus): ProposalDecided {
  const isOwed = status.promise !== undefined;
  const state = moved(status, isOwed ? 'carryOver' : 'close');
  return { next: stepped(status, { state, clock: undefined }), fact: { type: isOwed ? 'carriedOver' : 'closed' } };
}

export function withdraw(status: ProposalStatus): ProposalDecided {
  const state = moved(status, 'withdraw');
  return { next: stepped(status, { state, clock: undefined }), fact: { type: 'withdrawn' } };
}
