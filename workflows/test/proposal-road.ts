import { randomUUID } from 'node:crypto';
import type { Role } from '@hsl/contracts/roles';
import type { ReplyClass } from '@hsl/contracts/states';
import { proposalWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { calendarSlice } from '@hsl/domain/calendar-slice';
import { proposalTermsFor } from '@hsl/domain/proposal-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import type { UpdateDefinition } from '@temporalio/common';
import * as messages from '../src/proposal/proposal.messages.js';
import { by } from './road.js';
import type { Stage } from './stage.js';

const CALENDAR = calendarSlice(CHINA_CALENDAR, Date.UTC(2026, 0, 1), 3_660);
export const PROPOSAL_TERMS = proposalTermsFor({ version: 1, content: DEFAULT_RULE_SET }, CALENDAR);

/** A submitted proposal on a stage, with one method per deed of a person. */
export async function submit(stage: Stage, extra: Partial<messages.ProposalInput> = {}) {
  const proposalId = extra.proposalId ?? randomUUID();
  const input: messages.ProposalInput = {
    ...{ proposalId, subdistrictId: 'zx', submittedBy: by('member'), contentId: 'words', terms: PROPOSAL_TERMS },
    ...{ submittedAt: await stage.env.currentTimeMs(), ...extra },
  };
  const options = { workflowId: proposalWorkflowId(proposalId), taskQueue: TASK_QUEUES.topics, args: [input] };
  const handle = await stage.client.workflow.start('proposalWorkflow', options);
  const decisions = () => stage.records.proposals.filter((one) => one.proposalId === proposalId);
  const act = <C extends messages.ProposalCommand>(
    update: UpdateDefinition<messages.ProposalStepTaken, [C]>,
    role: Role,
    command: Omit<C, 'by'>,
  ) => handle.executeUpdate(update, { args: [{ by: by(role), ...command } as unknown as C] });
  await act(messages.proposalSubmittedUpdate, 'member', {});
  return {
    ...{ handle, decisions, act },
    types: () => decisions().map(({ fact }) => fact.type),
    rungsOf: (step: string) =>
      decisions().flatMap(({ fact }) => (fact.type === 'rung' && fact.step === step ? [fact.kind] : [])),
    file: (isFiled = true) => act(messages.fileProposalUpdate, 'deputyLeader', { isFiled, contentId: 'why' }),
    assign: (leadDepartmentId = 'ZX-CGJ', ...supportingDepartmentIds: string[]) =>
      act(messages.assignProposalUpdate, 'liaisonOfficer', { leadDepartmentId, supportingDepartmentIds }),
    requestReturn: () => act(messages.requestProposalReturnUpdate, 'head', { contentId: 'why' }),
    ruleReturn: (isUpheld: boolean) =>
      act(messages.ruleProposalReturnUpdate, 'deputyLeader', { isUpheld, contentId: 'why' }),
    giveOpinion: (departmentId: string) =>
      act(messages.giveOpinionUpdate, 'handler', { departmentId, contentId: 'opinion' }),
    draftReply: () => act(messages.draftReplyUpdate, 'handler', { contentId: 'draft' }),
    recordMeeting: () => act(messages.recordMeetingUpdate, 'handler', { contentId: 'talk' }),
    confirmMeeting: () => act(messages.confirmMeetingUpdate, 'member', {}),
    reply: (replyClass: ReplyClass, promisedAt?: number) =>
      act(messages.replyProposalUpdate, 'head', { replyClass, promisedAt, contentId: 'reply' }),
    supplement: (replyClass: ReplyClass, promisedAt?: number) =>
      act(messages.supplementReplyUpdate, 'head', { replyClass, promisedAt, contentId: 'more' }),
    rate: (rating: messages.RateCommand['rating']) => act(messages.rateProposalUpdate, 'member', { rating }),
    close: () => act(messages.closeProposalUpdate, 'liaisonOfficer', {}),
    withdraw: () => act(messages.withdrawProposalUpdate, 'member', {}),
  };
}

export type ProposalRoad = Awaited<ReturnType<typeof submit>>;

/** Filed, and assigned to ZX-CGJ with ZX-XFD beside it. */
export async function toAssigned(road: ProposalRoad): Promise<ProposalRoad> {
  await road.file();
  await road.assign('ZX-CGJ', 'ZX-XFD', 'ZX-CGJ');
  return road;
}

/** Assigned, and the author has confirmed the talk with the lead. */
export async function toMet(road: ProposalRoad): Promise<ProposalRoad> {
  await toAssigned(road);
  await road.recordMeeting();
  await road.confirmMeeting();
  return road;
}
