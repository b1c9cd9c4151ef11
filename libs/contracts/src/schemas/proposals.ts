import { z } from 'zod';
import { PROPOSAL_RATINGS, PROPOSAL_STATES, REPLY_CLASSES } from '../states.js';
import { ActionAnswer, DeadlineAnswer, RungAnswer } from './matter-views.js';

/** Requests and answers on proposals. Which proposal it is follows from the path, who acts from the token. */

const words = (max: number) => z.string().trim().min(1).max(max);
const departmentId = words(40);
const serverNow = z.iso.datetime().optional();

export const SubmitProposal = z
  .strictObject({
    title: words(100),
    text: words(5000).meta({ description: 'The problem and what is proposed; no names of residents' }),
    whistleId: z.uuid().optional().meta({ description: 'The matter it was raised from' }),
    sessionId: z.uuid().optional().meta({ description: 'The session it was raised from' }),
  })
  .meta({
    id: 'SubmitProposal',
    examples: [{ title: '规范老旧小区电动车充电', text: '多个小区飞线充电，建议按楼栋布设充电棚。' }],
  });
export type SubmitProposal = z.output<typeof SubmitProposal>;

export const FileProposal = z
  .strictObject({
    isFiled: z.boolean(),
    text: words(1000).optional().meta({ description: 'Needed unless it is filed' }),
  })
  .refine((body) => body.isFiled || body.text !== undefined, {
    path: ['text'],
    params: { code: 'required', zh: '不予立案请写明理由。', en: 'Say why it is not filed.' },
  })
  .meta({ id: 'FileProposal', description: 'The proposal was examined', examples: [{ isFiled: true }] });
export type FileProposal = z.output<typeof FileProposal>;

export const AssignProposal = z
  .strictObject({ leadDepartmentId: departmentId, supportingDepartmentIds: z.array(departmentId).max(20).default([]) })
  .meta({
    id: 'AssignProposal',
    description: 'One department leads, others support',
    examples: [{ leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'] }],
  });
export type AssignProposal = z.output<typeof AssignProposal>;

export const ProposalWords = z.strictObject({ text: words(5000) }).meta({
  id: 'ProposalWords',
  description: 'The words of the step',
  examples: [{ text: '属地设施由区级部门管理。' }],
});
export type ProposalWords = z.output<typeof ProposalWords>;

export const RuleProposalReturn = z
  .strictObject({ isUpheld: z.boolean(), text: words(1000).meta({ description: 'The reason' }) })
  .meta({ id: 'RuleProposalReturn', examples: [{ isUpheld: false, text: '权责清单列明由你单位负责。' }] });
export type RuleProposalReturn = z.output<typeof RuleProposalReturn>;

export const RecordMeeting = z
  .strictObject({ text: words(2000).meta({ description: 'When, how and about what they talked' }) })
  .meta({ id: 'RecordMeeting', examples: [{ text: '六月一日在社区面谈一小时。' }] });
export type RecordMeeting = z.output<typeof RecordMeeting>;

const promised = z.iso.datetime({ offset: true }).optional();
export const ReplyProposal = z
  .strictObject({
    replyClass: z.enum(REPLY_CLASSES),
    text: words(5000),
    promisedAt: promised.meta({ description: 'With class B only: when it will be done' }),
  })
  .meta({
    id: 'ReplyProposal',
    description: 'A solved, B planned, C not now, D for reference',
    examples: [{ replyClass: 'A', text: '已增设充电棚十处。' }],
  });
export type ReplyProposal = z.output<typeof ReplyProposal>;

export const RateProposal = z
  .strictObject({ rating: z.enum(PROPOSAL_RATINGS), text: words(1000).optional() })
  .meta({ id: 'RateProposal', description: 'What the author says of the reply', examples: [{ rating: 'satisfied' }] });
export type RateProposal = z.output<typeof RateProposal>;

export const NoWords = z.strictObject({}).meta({ id: 'ProposalStep', description: 'The step needs no words' });
export type NoWords = z.output<typeof NoWords>;

/** Filters of GET /api/proposals, beside `limit` and `cursor`. */
export const proposalFilters = {
  state: z.enum(PROPOSAL_STATES).optional(),
  departmentId: departmentId.optional().meta({ description: 'Led or supported by that department' }),
  whistleId: z.uuid().optional(),
  mine: z.enum(['true', 'false']).optional().meta({ description: '`true`: submitted by the caller' }),
};

export const Proposal = z
  .object({
    id: z.uuid(),
    whistleId: z.uuid().optional(),
    sessionId: z.uuid().optional(),
    title: z.string(),
    text: z.string(),
    state: z.enum(PROPOSAL_STATES),
    version: z.int(),
    submittedBy: z.string(),
    submittedAt: z.iso.datetime(),
    leadDepartmentId: z.string().optional(),
    supportingDepartmentIds: z.array(z.string()),
    ruleSetVersion: z.int().meta({ description: 'The version of the rules it was submitted under' }),
    returnUntil: z.iso.datetime().optional().meta({ description: 'Until when the lead may ask to return it' }),
    opinionsFrom: z.array(z.string()).meta({ description: 'Supporting departments that have given their opinion' }),
    meetingRecorded: z.boolean(),
    replies: z.int(),
    replyClass: z.enum(REPLY_CLASSES).optional(),
    repliedAt: z.iso.datetime().optional(),
    promisedAt: z.iso.datetime().optional(),
    rating: z.enum([...PROPOSAL_RATINGS, 'unreturned']).optional(),
    dueAt: z.iso.datetime().optional(),
    overdue: z.boolean(),
    nextRung: RungAnswer.optional(),
    deadlines: z.array(DeadlineAnswer),
    texts: z.array(z.object({ step: z.string(), text: z.string(), recordedAt: z.iso.datetime() })).meta({
      description:
        'The words of the steps taken, oldest first; drafts for the lead only, opinions for units and the offices',
    }),
    actions: z.array(ActionAnswer),
    serverNow,
  })
  .meta({ id: 'Proposal', description: "A member's proposal" });
export type Proposal = z.output<typeof Proposal>;
export const ProposalPage = z
  .object({ items: z.array(Proposal), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'ProposalPage' });
export type ProposalPage = z.output<typeof ProposalPage>;
