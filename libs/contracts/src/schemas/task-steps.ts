import { z } from 'zod';
import { RETURN_REASONS } from '../states.js';
import { ActionAnswer } from './matter-views.js';
import { EvidenceNote } from './whistles.js';

/** Requests of the rarer steps of a department's task, and of the orders, interviews and cards that follow lateness. */

const referenceId = z.string().trim().min(1).max(40);
const words = (max: number) => z.string().trim().min(1).max(max);
const reason = words(1000);

export const RequestReturn = z
  .strictObject({
    reasonCode: z.enum(RETURN_REASONS),
    toDepartmentId: referenceId.meta({ description: 'The unit believed responsible' }),
    legalBasis: words(500).meta({ description: 'Law, duty list or document the unit relies on' }),
    note: words(1000).optional(),
  })
  .meta({
    id: 'RequestReturn',
    description: '退单: once per unit, within the grade’s time',
    examples: [{ reasonCode: 'notOurDuty', toDepartmentId: 'ZX-XFD', legalBasis: '《消防法》第五十三条' }],
  });
export type RequestReturn = z.output<typeof RequestReturn>;

export const RuleReturn = z
  .strictObject({
    accept: z.boolean(),
    toDepartmentId: referenceId.optional().meta({ description: 'Who takes over; default: the unit that was named' }),
    reason,
  })
  .meta({
    id: 'RuleReturn',
    description: 'Accepted: another unit, fresh clock. Refused: same unit, original deadline',
    examples: [{ accept: false, reason: '职责清单已明确由该单位承办。' }],
  });
export type RuleReturn = z.output<typeof RuleReturn>;

export const RecordSiteMeeting = z
  .strictObject({ findings: words(2000), attended: z.array(words(60)).min(2).max(40) })
  .meta({
    id: 'RecordSiteMeeting',
    description: '现场确权: all units, member and community on the site',
    examples: [{ findings: '边界以围墙为准，墙外归城管局。', attended: ['城管局', '住建局', '金苑社区'] }],
  });
export type RecordSiteMeeting = z.output<typeof RecordSiteMeeting>;

export const StateInDispute = z
  .strictObject({
    position: words(2000).meta({ description: 'Who is responsible, and why; no names or phones of residents' }),
    legalBasis: words(500).optional().meta({ description: 'Law, duty list or document it relies on' }),
  })
  .meta({
    id: 'StateInDispute',
    description: '陈述意见: what a party, the member or the community says before the ruling',
    examples: [{ position: '道路红线以外属物业管理范围，我局无执法依据。', legalBasis: '《物业管理条例》第四十五条' }],
  });
export type StateInDispute = z.output<typeof StateInDispute>;

export const RuleDispute = z.strictObject({ toDepartmentId: referenceId, reason }).meta({
  id: 'RuleDispute',
  description: '裁定: who is responsible; it becomes a precedent when it is final',
  examples: [{ toDepartmentId: 'ZX-CGJ', reason: '依据现场确权结果。' }],
});
export type RuleDispute = z.output<typeof RuleDispute>;

export const GiveTaskReason = z
  .strictObject({ reason })
  .meta({ id: 'GiveTaskReason', examples: [{ reason: '等待配合单位停水。' }] });
export type GiveTaskReason = z.output<typeof GiveTaskReason>;

export const RequestExtension = z.strictObject({ newDueAt: z.iso.datetime({ offset: true }), reason }).meta({
  id: 'RequestExtension',
  description: '延期: at least a working day before expiry',
  examples: [{ newDueAt: '2026-12-10T18:00:00+08:00', reason: '设备到货推迟。' }],
});
export type RequestExtension = z.output<typeof RequestExtension>;

export const RuleExtension = z
  .strictObject({ approve: z.boolean(), reason: reason.optional() })
  .refine((body) => body.approve || body.reason !== undefined, { path: ['reason'], message: 'say why not' })
  .meta({
    id: 'RuleExtension',
    description: 'The first by a liaison officer, the second by a deputy leader',
    examples: [{ approve: true }],
  });
export type RuleExtension = z.output<typeof RuleExtension>;

export const NameSupporting = z.strictObject({ supportingTaskId: z.uuid(), reason }).meta({
  id: 'NameSupporting',
  description: 'The lead about a supporting unit’s task',
  examples: [{ supportingTaskId: '0b8f2f0e-3f0c-4f4e-8a43-8f7a1c1d2e3f', reason: '三天没有动作。' }],
});
export type NameSupporting = z.output<typeof NameSupporting>;

export const RecordInterim = z
  .strictObject({ action: words(1000), evidence: z.array(EvidenceNote).max(20).default([]) })
  .meta({ id: 'RecordInterim', description: '先行处置', examples: [{ action: '先设围挡并派人值守。' }] });
export type RecordInterim = z.output<typeof RecordInterim>;

export const AssignHandler = z.strictObject({ handlerId: words(80) }).meta({
  id: 'AssignHandler',
  description: 'Who of the department is in charge',
  examples: [{ handlerId: 'zx-handler-cgj' }],
});
export type AssignHandler = z.output<typeof AssignHandler>;

export const HandOver = z.strictObject({ toHandlerId: words(80), reason }).meta({
  id: 'HandOver',
  description: 'Everything open of one handler goes to another in one step',
  examples: [{ toHandlerId: 'zx-handler-cgj-2', reason: '岗位调整。' }],
});
export type HandOver = z.output<typeof HandOver>;

export const AnswerOrder = z
  .strictObject({ answer: words(2000), promisedAt: z.iso.datetime({ offset: true }).optional() })
  .meta({
    id: 'AnswerOrder',
    description: 'The department answers a supervise order',
    examples: [{ answer: '已调配人手，周五前办结。', promisedAt: '2026-12-04T18:00:00+08:00' }],
  });
export type AnswerOrder = z.output<typeof AnswerOrder>;

export const RecordInterview = z.strictObject({ note: words(2000) }).meta({
  id: 'RecordInterview',
  description: '约谈: what was said',
  examples: [{ note: '分管领导承诺三日内到场。' }],
});
export type RecordInterview = z.output<typeof RecordInterview>;

const serverNow = z.iso.datetime().optional();
export const HandlerAssigned = z
  .object({ id: z.uuid(), assigneeId: z.string(), serverNow })
  .meta({ id: 'HandlerAssigned', description: 'The task, and who is in charge of it' });
export const HandedOver = z
  .object({ moved: z.int().meta({ description: 'Open tasks that have another handler now' }), serverNow })
  .meta({ id: 'HandedOver' });
export const CardWithdrawn = z
  .object({ id: z.uuid(), withdrawnAt: z.iso.datetime(), serverNow })
  .meta({ id: 'CardWithdrawn' });

/** Filters of GET /api/orders and /api/interviews, beside `limit` and `cursor`. */
export const followThroughFilters = {
  departmentId: referenceId.optional(),
  whistleId: z.uuid().optional(),
  taskId: z.uuid().optional(),
  open: z.enum(['true', 'false']).optional().meta({ description: '`true`: not closed, or not held, yet' }),
};

const base = {
  id: z.uuid(),
  taskId: z.uuid(),
  departmentId: z.string(),
  whistleId: z.uuid(),
  number: z.string(),
  communityId: z.string(),
  step: z.string(),
  round: z.int(),
};
const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional(), serverNow: z.iso.datetime().optional() });

const actions = z.array(ActionAnswer).meta({ description: 'What the caller may do to it now' });

export const SuperviseOrder = z
  .object({
    ...base,
    state: z.enum(['ISSUED', 'ANSWERED', 'CLOSED']),
    issuedAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
    answeredAt: z.iso.datetime().optional(),
    closedAt: z.iso.datetime().optional(),
    answer: z.string().optional(),
    actions,
  })
  .meta({ id: 'SuperviseOrder', description: '督办单' });
export type SuperviseOrder = z.output<typeof SuperviseOrder>;
export const SuperviseOrderPage = page(SuperviseOrder).meta({ id: 'SuperviseOrderPage' });

export const Interview = z
  .object({
    ...base,
    dueAt: z.iso.datetime().meta({ description: 'When the step was due' }),
    summonedAt: z.iso.datetime(),
    bulletinMonth: z.string().meta({ description: 'Month of the bulletin, Asia/Shanghai', examples: ['2026-11'] }),
    heldAt: z.iso.datetime().optional(),
    note: z.string().optional(),
    actions,
  })
  .meta({ id: 'Interview', description: '约谈, with its line in the bulletin' });
export type Interview = z.output<typeof Interview>;
export const InterviewPage = page(Interview).meta({ id: 'InterviewPage' });
