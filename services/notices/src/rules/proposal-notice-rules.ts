import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { Audience } from '@hsl/domain/ladder-audiences';
import type { NoticeRule } from './notice-rule.js';

const AUTHOR: Audience = { posts: ['member'], of: 'person' };
const LIAISON: Audience = { posts: ['liaisonOfficer'], of: 'subdistrict' };
const DEPUTY_LEADER: Audience = { posts: ['deputyLeader'], of: 'subdistrict' };
const LEAD: Audience = { posts: ['handler', 'deputyHead', 'head'], of: 'lead' };
const HEADS: Audience = { posts: ['deputyHead', 'head'], of: 'lead' };
const RETURNED_BY: Audience = { posts: ['deputyHead', 'head'], of: 'department' };
const SUPPORTING: Audience = { posts: ['handler', 'deputyHead', 'head'], of: 'supporting' };

/** Who is told what of a proposal, by what happened to it (S62–S66); who is late hears it from the ladder (domain 4.4). */
export const PROPOSAL_NOTICES: readonly NoticeRule<EventDataByType['proposal.changed.v1']>[] = [
  { kind: 'proposalToFile', urgency: 'action', to: [DEPUTY_LEADER], when: { change: 'submitted' } },
  { kind: 'proposalToAssign', urgency: 'action', to: [LIAISON], when: { change: 'filed' } },
  { kind: 'proposalFiled', urgency: 'info', to: [AUTHOR], when: { change: 'filed' } },
  { kind: 'proposalNotFiled', urgency: 'warning', to: [AUTHOR], when: { change: 'notFiled' } },
  { kind: 'proposalToHandle', urgency: 'action', to: [LEAD], when: { change: 'assigned' } },
  { kind: 'proposalToSupport', urgency: 'action', to: [SUPPORTING], when: { change: 'assigned' } },
  { kind: 'proposalAssigned', urgency: 'info', to: [AUTHOR], when: { change: 'assigned' } },
  { kind: 'proposalReturnToRule', urgency: 'action', to: [DEPUTY_LEADER], when: { change: 'returnRequested' } },
  { kind: 'proposalToAssign', urgency: 'action', to: [LIAISON], when: { change: 'returnUpheld' } },
  { kind: 'proposalReturned', urgency: 'info', to: [RETURNED_BY], when: { change: 'returnUpheld' } },
  { kind: 'proposalReturnRefused', urgency: 'warning', to: [LEAD], when: { change: 'returnRefused' } },
  { kind: 'proposalOpinionGiven', urgency: 'info', to: [LEAD], when: { change: 'opinionGiven' } },
  { kind: 'proposalMeetingToConfirm', urgency: 'action', to: [AUTHOR], when: { change: 'meetingRecorded' } },
  { kind: 'proposalToReply', urgency: 'action', to: [LEAD], when: { change: 'met' } },
  { kind: 'proposalReplyToSign', urgency: 'action', to: [HEADS], when: { change: 'replyDrafted' } },
  { kind: 'proposalToRate', urgency: 'action', to: [AUTHOR], when: { change: 'replied' } },
  { kind: 'proposalReplied', urgency: 'info', to: [LIAISON], when: { change: 'replied' } },
  { kind: 'proposalSupplemented', urgency: 'info', to: [AUTHOR, LIAISON], when: { change: 'supplemented' } },
  { kind: 'proposalToClose', urgency: 'action', to: [LIAISON], when: { change: 'rated' } },
  { kind: 'proposalNotRated', urgency: 'info', to: [LEAD], when: { change: 'rated', rating: 'unreturned' } },
  { kind: 'proposalRated', urgency: 'info', to: [LEAD], when: { change: 'rated' } },
  { kind: 'proposalReplyRefused', urgency: 'warning', to: [LEAD, LIAISON], when: { change: 'replyRefused' } },
  { kind: 'proposalCarriedOver', urgency: 'info', to: [AUTHOR, LEAD], when: { change: 'carriedOver' } },
  { kind: 'proposalClosed', urgency: 'info', to: [AUTHOR, LEAD], when: { change: 'closed' } },
  { kind: 'proposalWithdrawn', urgency: 'info', to: [DEPUTY_LEADER], when: { change: 'withdrawn' } },
  { kind: 'proposalReminder', urgency: 'action', to: 'ladder', when: { rungKind: 'reminder' } },
  { kind: 'proposalYellowCard', urgency: 'warning', to: 'ladder', when: { rungKind: 'yellowCard' } },
  { kind: 'proposalRedCard', urgency: 'alarm', to: 'ladder', when: { rungKind: 'redCard' } },
  { kind: 'proposalOrder', urgency: 'alarm', to: 'ladder', when: { rungKind: 'superviseOrder' } },
  { kind: 'proposalInterview', urgency: 'alarm', to: 'ladder', when: { rungKind: 'interview' } },
  { kind: 'proposalEscalated', urgency: 'alarm', to: 'ladder', when: { rungKind: 'escalatedSupervision' } },
];
