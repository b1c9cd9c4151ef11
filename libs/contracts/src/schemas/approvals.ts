import { z } from 'zod';
import { RETURN_REASONS } from '../states.js';
import { DepartmentTask, DisputeStatement } from './department-tasks.js';
import { ActionAnswer } from './matter-views.js';

/** What waits for somebody's word: matters at the whistles service, tasks at the departments service. */

const instant = z.iso.datetime();
const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional(), serverNow: instant.optional() });
const departmentRef = DepartmentTask.shape.department;

export const APPROVAL_KINDS = [
  'countersign',
  'declineRuling',
  'objectionRuling',
  'withdrawApproval',
  'outcomeChoice',
] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** Filters of GET /api/approvals, beside `limit` and `cursor`. */
export const approvalFilters = { kind: z.enum(APPROVAL_KINDS).optional() };

export const Approval = z
  .object({
    kind: z.enum(APPROVAL_KINDS),
    whistleId: z.uuid(),
    number: z.string().meta({ examples: ['ZX-2026-000123'] }),
    communityId: z.string(),
    categoryCode: z.string(),
    facts: z.string().meta({ description: 'What it is about; no names or phones of residents' }),
    askedRole: z.string().meta({ description: 'Who asks', examples: ['liaisonOfficer'] }),
    askedAt: instant.optional(),
    reasonCode: z.string().optional(),
    reason: z.string().optional().meta({ description: 'As who asks wrote it' }),
    dueAt: instant.optional().meta({ description: 'By when the word is owed' }),
    action: ActionAnswer.meta({ description: 'Closed for whoever has proposed it' }),
  })
  .meta({ id: 'Approval', description: 'One word that a matter waits for' });
export type Approval = z.output<typeof Approval>;
export const ApprovalPage = page(Approval).meta({ id: 'ApprovalPage' });
export type ApprovalPage = z.output<typeof ApprovalPage>;

export const RULING_KINDS = ['return', 'siteMeeting', 'dispute', 'appeal', 'extension', 'pause'] as const;
export type RulingKind = (typeof RULING_KINDS)[number];

/** Filters of GET /api/rulings, beside `limit` and `cursor`. */
export const rulingFilters = { kind: z.enum(RULING_KINDS).optional() };

export const Ruling = z
  .object({
    kind: z.enum(RULING_KINDS),
    task: DepartmentTask,
    askedRole: z.string().optional(),
    askedAt: instant.optional(),
    reasonCode: z.enum(RETURN_REASONS).optional(),
    reason: z.string().optional().meta({ description: 'As who asks wrote it' }),
    legalBasis: z.string().optional(),
    toDepartment: departmentRef.optional().meta({ description: 'The unit that is named, or was ruled responsible' }),
    newDueAt: instant.optional().meta({ description: 'The day that is asked for' }),
    dueAt: instant.optional().meta({ description: 'By when the word is owed; more time and pauses have no such day' }),
    action: ActionAnswer,
  })
  .meta({ id: 'Ruling', description: 'One word that a task waits for' });
export type Ruling = z.output<typeof Ruling>;
export const RulingPage = page(Ruling).meta({ id: 'RulingPage' });
export type RulingPage = z.output<typeof RulingPage>;

/** Filters of GET /api/disputes, beside `limit` and `cursor`. */
export const disputeFilters = {
  open: z.enum(['true', 'false']).optional().meta({ description: '`false`: those that are settled' }),
};
export const DisputePage = page(DepartmentTask).meta({ id: 'DisputePage' });
export type DisputePage = z.output<typeof DisputePage>;

const said = {
  id: z.uuid(),
  role: z.string().meta({ examples: ['head'] }),
  at: instant,
};

export const Dispute = z
  .object({
    task: DepartmentTask,
    phase: z.string().optional().meta({ description: 'Absent once it is settled' }),
    toDepartment: departmentRef.optional(),
    tried: z.array(departmentRef).meta({ description: 'Units that had this part before, oldest first' }),
    returns: z
      .array(
        z.object({
          ...said,
          department: departmentRef,
          reasonCode: z.enum(RETURN_REASONS),
          toDepartment: departmentRef,
          legalBasis: z.string(),
          note: z.string().optional(),
        }),
      )
      .meta({ description: 'Every unit that said “not mine”, with its basis; oldest first' }),
    siteMeeting: z.object({ ...said, findings: z.string(), attended: z.array(z.string()) }).optional(),
    statements: z.array(DisputeStatement).meta({ description: 'Oldest first' }),
    interim: z.array(z.object({ ...said, action: z.string() })).meta({ description: 'What was done meanwhile' }),
    rulings: z
      .array(
        z.object({
          ...said,
          kind: z.enum(['returnRuling', 'disputeRuling', 'appealRuling']),
          accepted: z.boolean().optional(),
          toDepartment: departmentRef.optional(),
          reason: z.string(),
        }),
      )
      .meta({ description: 'Oldest first' }),
    appeal: z.object({ ...said, reason: z.string() }).optional(),
    precedent: z
      .object({
        categoryCode: z.string(),
        lead: departmentRef,
        whistleId: z.uuid().optional().meta({ description: 'Whistle whose ruling made the row' }),
        isThis: z.boolean().meta({ description: 'The row was made by the ruling on this matter' }),
      })
      .optional()
      .meta({ description: 'What the routing table says for this category' }),
    serverNow: instant.optional(),
  })
  .meta({ id: 'Dispute', description: 'A dispute over responsibility, for those who rule on it and its parties' });
export type Dispute = z.output<typeof Dispute>;
