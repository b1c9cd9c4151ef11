import { z } from 'zod';
import { LEDGER_STATES, MILESTONE_STATES } from '../states.js';
import { ActionAnswer, DeadlineAnswer, RungAnswer } from './matter-views.js';
import { Milestone } from './whistle-steps.js';
import { EvidenceNote } from './whistles.js';

/** Requests and answers on the register of long-term matters. Which entry it is follows from the path. */

const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();

export const AttachOpinion = z.strictObject({ opinion: words(2000), supports: z.boolean() }).meta({
  id: 'AttachOpinion',
  description: 'The member’s opinion, without which nothing is approved',
  examples: [{ opinion: '资金确需跨年安排，支持挂账。', supports: true }],
});
export type AttachOpinion = z.output<typeof AttachOpinion>;

export const RuleLedger = z.strictObject({ approve: z.boolean(), reason: words(1000) }).meta({
  id: 'RuleLedger',
  description: 'Up to ninety days by a deputy leader, longer by the group leader',
  examples: [{ approve: true, reason: '理由充分，时间表可行。' }],
});
export type RuleLedger = z.output<typeof RuleLedger>;

export const ReportMilestone = z
  .strictObject({ result: words(2000), evidence: z.array(EvidenceNote).min(1).max(20) })
  .meta({
    id: 'ReportMilestone',
    examples: [{ result: '勘察报告已完成。', evidence: [{ kind: 'after', note: '整改后照片 3 张' }] }],
  });
export type ReportMilestone = z.output<typeof ReportMilestone>;

export const ProposeCarryOver = z
  .strictObject({ reason: words(1000) })
  .meta({ id: 'ProposeCarryOver', examples: [{ reason: '工程款列入明年预算。' }] });
export type ProposeCarryOver = z.output<typeof ProposeCarryOver>;

export const RuleCarryOver = z
  .strictObject({
    approve: z.boolean(),
    milestones: z.array(Milestone).max(40).default([]),
    reply: words(2000).meta({ description: 'What the residents are told' }),
  })
  .refine((body) => body.approve === body.milestones.length > 0, {
    path: ['milestones'],
    message: 'new dates go with an approval, and with nothing else',
  })
  .meta({
    id: 'RuleCarryOver',
    examples: [
      {
        approve: true,
        milestones: [{ title: '完成勘察', dueAt: '2026-12-31T18:00:00+08:00' }],
        reply: '明年六月底前完工，每季度通报进展。',
      },
    ],
  });
export type RuleCarryOver = z.output<typeof RuleCarryOver>;

export const ReviewLedger = z.strictObject({ findings: words(2000) }).meta({
  id: 'ReviewLedger',
  description: 'The quarterly review',
  examples: [{ findings: '两个节点按期，一个顺延十天。' }],
});
export type ReviewLedger = z.output<typeof ReviewLedger>;

/** Filters of GET /api/ledger, beside `limit` and `cursor`. */
export const ledgerFilters = {
  state: z.enum(LEDGER_STATES).optional(),
  departmentId: z.string().max(40).optional(),
  communityId: z.string().max(40).optional(),
  whistleId: z.uuid().optional(),
  asks: z.enum(['true']).optional().meta({ description: '`true`: those that wait for an approval or a carrying over' }),
};

export const LedgerEntry = z
  .object({
    id: z.uuid(),
    serial: z.string().meta({ description: 'Serial number in the register', examples: ['ZX-L-2026-0001'] }),
    whistleId: z.uuid(),
    number: z.string(),
    communityId: z.string(),
    leadDepartmentId: z.string().optional(),
    state: z.enum(LEDGER_STATES),
    version: z.int(),
    days: z.int(),
    appliedAt: z.iso.datetime(),
    approvedAt: z.iso.datetime().optional(),
    hasOpinion: z.boolean(),
    isCarryOverProposed: z.boolean(),
    dueAt: z.iso.datetime().optional(),
    nextRung: RungAnswer.optional(),
    deadlines: z.array(DeadlineAnswer),
    milestones: z.array(
      z.object({
        id: z.uuid(),
        title: z.string().optional(),
        dueAt: z.iso.datetime(),
        state: z.enum(MILESTONE_STATES),
        slips: z.int(),
        doneAt: z.iso.datetime().optional(),
        onTime: z.boolean().optional(),
      }),
    ),
    actions: z.array(ActionAnswer).meta({ description: 'What the caller may do to it now' }),
    contents: z
      .array(z.object({ id: z.uuid(), kind: z.string(), body: z.looseObject({}), createdAt: z.iso.datetime() }))
      .meta({ description: 'What people wrote with its steps, oldest first: application, opinion, rulings, results' }),
    leadLedgerShare: z.number().optional().meta({ description: 'Share of the lead’s open matters on the ledger' }),
    warnings: z.array(z.enum(['ledgerShare'])).optional(),
    serverNow,
  })
  .meta({ id: 'LedgerEntry', description: 'A long-term matter on the register' });
export type LedgerEntry = z.output<typeof LedgerEntry>;
/** A line of the register as a table; `title` heads its column. */
export const LedgerRegisterLine = z.object({
  serial: z.string().meta({ title: '登记号' }),
  number: z.string().meta({ title: '哨件编号' }),
  communityId: z.string().meta({ title: '社区' }),
  leadDepartmentId: z.string().optional().meta({ title: '主办单位' }),
  state: z.string().meta({ title: '状态' }),
  days: z.int().meta({ title: '天数' }),
  appliedAt: z.iso.datetime().meta({ title: '申请时间' }),
  approvedAt: z.iso.datetime().optional().meta({ title: '批准时间' }),
  lastMilestoneAt: z.iso.datetime().optional().meta({ title: '最后节点' }),
  milestonesDone: z.string().meta({ title: '节点完成', examples: ['1/3'] }),
  slips: z.int().meta({ title: '顺延次数' }),
});
export type LedgerRegisterLine = z.output<typeof LedgerRegisterLine>;
export const LedgerPage = z
  .object({ items: z.array(LedgerEntry), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'LedgerPage' });
export type LedgerPage = z.output<typeof LedgerPage>;
