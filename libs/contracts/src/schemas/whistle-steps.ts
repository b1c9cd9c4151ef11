import { z } from 'zod';
import { GRADES, LEVELS } from '../grades.js';
import { DECLINE_CODES, LAST_CHOICES } from '../states.js';
import { EvidenceNote } from './whistles.js';

/** Requests of the rarer steps of a whistle. Words become drafts of their step; no names or phones of residents. */

const referenceId = z.string().trim().min(1).max(40);
const words = (max: number) => z.string().trim().min(1).max(max);
const reason = words(1000);
const evidence = z.array(EvidenceNote).min(1).max(20);

export const NoWords = z.strictObject({}).meta({ id: 'NoWords', examples: [{}] });
export type NoWords = z.output<typeof NoWords>;

export const SendBackWhistle = z
  .strictObject({ missing: words(1000).meta({ description: 'What the community shall add' }) })
  .meta({ id: 'SendBackWhistle', description: '补正', examples: [{ missing: '请补充具体楼栋和涉及户数。' }] });
export type SendBackWhistle = z.output<typeof SendBackWhistle>;

export const ResubmitWhistle = z
  .strictObject({ added: words(2000), evidence: z.array(EvidenceNote).max(20).default([]) })
  .meta({
    id: 'ResubmitWhistle',
    description: 'What was asked for',
    examples: [{ added: '3 号楼东侧，涉及 40 户。' }],
  });
export type ResubmitWhistle = z.output<typeof ResubmitWhistle>;

export const DeclineWhistle = z
  .strictObject({
    reasonCode: z.enum(DECLINE_CODES),
    referral: words(200).meta({ description: 'Who is in charge of it instead' }),
    reason,
  })
  .meta({
    id: 'DeclineWhistle',
    description: '不予受理: proposed by the liaison officer, confirmed by a deputy leader',
    examples: [{ reasonCode: 'inCourt', referral: '区人民法院诉讼服务中心', reason: '双方已诉至法院，正在审理。' }],
  });
export type DeclineWhistle = z.output<typeof DeclineWhistle>;

export const RuleOnProposal = z
  .strictObject({ approve: z.boolean(), reason: reason.optional() })
  .refine((body) => body.approve || body.reason !== undefined, { path: ['reason'], message: 'say why not' })
  .meta({
    id: 'RuleOnProposal',
    description: 'The ruling of the one above',
    examples: [{ approve: true }, { approve: false, reason: '不属于不予受理的情形。' }],
  });
export type RuleOnProposal = z.output<typeof RuleOnProposal>;

export const GiveReason = z
  .strictObject({ reason })
  .meta({ id: 'GiveReason', examples: [{ reason: '现场并未整改，照片是去年的。' }] });
export type GiveReason = z.output<typeof GiveReason>;

export const RegradeWhistle = z
  .strictObject({ grade: z.enum(GRADES).optional(), level: z.enum(LEVELS).optional(), reason })
  .refine((body) => body.grade !== undefined || body.level !== undefined, {
    path: ['grade'],
    message: 'grade or level',
  })
  .meta({
    id: 'RegradeWhistle',
    description: 'Raised by a liaison officer, lowered by a deputy leader',
    examples: [{ grade: 'G2', reason: '已影响消防通道。' }],
  });
export type RegradeWhistle = z.output<typeof RegradeWhistle>;

/** How somebody talked, or tried to talk, to a resident. */
export const CONTACT_CHANNELS = ['phone', 'sms', 'visit', 'wechat', 'letter'] as const;

export const RecordContact = z.strictObject({ channel: z.enum(CONTACT_CHANNELS), note: words(500).optional() }).meta({
  id: 'RecordContact',
  description: 'Talked to the resident, or tried to',
  examples: [{ channel: 'phone', note: '约好明早上门。' }],
});
export type RecordContact = z.output<typeof RecordContact>;

export const ConveneSession = z
  .strictObject({ subject: words(200), note: words(1000).optional() })
  .meta({ id: 'ConveneSession', examples: [{ subject: '东门非机动车停放怎么管' }] });
export type ConveneSession = z.output<typeof ConveneSession>;

export const SelfResolve = z.strictObject({ summary: words(2000), evidence }).meta({
  id: 'SelfResolve',
  description: 'Settled without a department',
  examples: [{ summary: '物业当场清理，已恢复通行。', evidence: [{ kind: 'after', note: '整改后照片 3 张' }] }],
});
export type SelfResolve = z.output<typeof SelfResolve>;

export const CorrectUnits = z
  .strictObject({
    leadDepartmentId: referenceId,
    supportingDepartmentIds: z.array(referenceId).max(21).default([]),
    reason,
  })
  .meta({
    id: 'CorrectUnits',
    description: 'G1 and G2: other units than the routing table had',
    examples: [{ leadDepartmentId: 'ZX-CGJ', reason: '该路段由城管局管养。' }],
  });
export type CorrectUnits = z.output<typeof CorrectUnits>;

/** One date of a timetable, in words and as an instant. */
export const Milestone = z
  .strictObject({ title: words(200), dueAt: z.iso.datetime({ offset: true }) })
  .meta({ id: 'Milestone' });

export const BLOCKER_TYPES = ['land', 'funds', 'documents', 'consent', 'technology', 'policy', 'other'] as const;

export const ApplyLedger = z
  .strictObject({
    reason,
    blockers: z
      .array(z.strictObject({ type: z.enum(BLOCKER_TYPES), note: words(500) }))
      .min(1)
      .max(20),
    milestones: z.array(Milestone).min(1).max(40),
    taskBrief: z.strictObject({ goal: words(500), measures: words(2000) }),
  })
  .meta({
    id: 'ApplyLedger',
    description: '挂账: reason, blockers, timetable and task brief',
    examples: [
      {
        reason: '须等年度资金安排。',
        blockers: [{ type: 'funds', note: '区级资金明年下达。' }],
        milestones: [{ title: '完成勘察', dueAt: '2026-12-31T18:00:00+08:00' }],
        taskBrief: { goal: '加装一部电梯', measures: '勘察、公示、施工、验收' },
      },
    ],
  });
export type ApplyLedger = z.output<typeof ApplyLedger>;

export const ChooseOutcome = z
  .strictObject({ choice: z.enum(LAST_CHOICES), reason, milestones: z.array(Milestone).max(40).default([]) })
  .refine((body) => (body.choice === 'explainAndClose' || body.choice === 'refer') === (body.milestones.length === 0), {
    path: ['milestones'],
    message: 'a timetable goes with the ledger and with carrying over, and with nothing else',
  })
  .meta({
    id: 'ChooseOutcome',
    description: '研判: what becomes of a matter dissatisfied for the third time',
    examples: [{ choice: 'explainAndClose', reason: '诉求超出政策范围，已逐户说明。' }],
  });
export type ChooseOutcome = z.output<typeof ChooseOutcome>;

export const MergeWhistle = z.strictObject({ masterId: z.uuid(), reason }).meta({
  id: 'MergeWhistle',
  description: '并件: the matter goes on in its master',
  examples: [{ masterId: '0b8f2f0e-3f0c-4f4e-8a43-8f7a1c1d2e3f', reason: '同一处非机动车停放问题。' }],
});
export type MergeWhistle = z.output<typeof MergeWhistle>;

export const AdviseDispatch = z
  .strictObject({
    leadDepartmentId: referenceId,
    supportingDepartmentIds: z.array(referenceId).max(21).default([]),
    note: words(1000).optional().meta({ description: 'Why these; no names or phones of residents' }),
  })
  .meta({
    id: 'AdviseDispatch',
    description: '派单建议: a member on which departments should lead and support; the liaison officer dispatches',
    examples: [{ leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'], note: '楼道充电须消防一同到场' }],
  });
export type AdviseDispatch = z.output<typeof AdviseDispatch>;

export const LinkRepeat = z
  .strictObject({ repeatOf: z.uuid().meta({ description: 'The concluded matter that is back' }) })
  .meta({
    id: 'LinkRepeat',
    description: '重复件: not a duplicate, for the other one was concluded; at most 90 days before by the rules',
    examples: [{ repeatOf: '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11' }],
  });
export type LinkRepeat = z.output<typeof LinkRepeat>;

/** On whose word, and how it was given. */
const consent = z.strictObject({ channel: z.enum(CONTACT_CHANNELS), note: words(500).optional() });

export const WithdrawWhistle = z
  .strictObject({
    reason,
    consent: consent.optional().meta({ description: 'Of the resident, where one is behind it' }),
  })
  .meta({
    id: 'WithdrawWhistle',
    description: '撤回',
    examples: [{ reason: '居民已自行解决。', consent: { channel: 'phone' } }],
  });
export type WithdrawWhistle = z.output<typeof WithdrawWhistle>;

export const ReopenWhistle = z
  .strictObject({ reason, onBehalfOf: consent.meta({ description: 'How the resident asked for it' }) })
  .meta({
    id: 'ReopenWhistle',
    description: 'Within thirty days, on behalf of the resident',
    examples: [{ reason: '车位又被占用。', onBehalfOf: { channel: 'phone' } }],
  });
export type ReopenWhistle = z.output<typeof ReopenWhistle>;
