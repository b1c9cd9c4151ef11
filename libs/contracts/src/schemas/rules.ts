import { z } from 'zod';
import { GRADES, type Grade } from '../grades.js';
import { ActionAnswer } from './matter-views.js';
import { nonsenseIn, type GradeRules } from './rule-nonsense.js';

/** The rule set as it is proposed, decided on and read (S102). A new limit is one more name in its list. */

export const RuleLimit = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('natural'),
      amount: z.int().min(1).max(10_000),
      unit: z.enum(['minutes', 'hours', 'days']),
    }),
    z.strictObject({ kind: z.literal('workingDays'), amount: z.int().min(1).max(250) }),
    z.strictObject({ kind: z.literal('workingHours'), amount: z.int().min(1).max(250) }),
  ])
  .meta({
    id: 'RuleLimit',
    description: 'How long a step may take: `natural` day and night, the others by the official calendar.',
    examples: [{ kind: 'workingDays', amount: 2 }],
  });

/** Limits of a proposal run for weeks and months; natural months end on the same date. */
export const ProposalRuleLimit = z
  .union([RuleLimit, z.strictObject({ kind: z.literal('months'), amount: z.int().min(1).max(24) })])
  .meta({ id: 'ProposalRuleLimit', examples: [{ kind: 'months', amount: 3 }] });

/** Limits every grade has. */
const GRADE_LIMITS = [
  ...['accept', 'acknowledge', 'checkIn', 'firstContact', 'dispatch', 'feedback', 'verify', 'revisit'],
] as const;

/** Limits that are the same for every grade. */
const STEP_LIMITS = [
  ...['resubmit', 'declineRuling', 'objection', 'objectionRuling', 'countersign'],
  ...['returnRuling', 'acknowledgeAfterRefusal', 'siteMeeting', 'disputeRuling', 'appeal', 'appealRuling'],
  ...['extensionRuling', 'orderAnswer', 'deliberate', 'secondSession'],
  ...['dissatisfiedRework', 'dissatisfiedSession', 'outcomeChoice', 'withdrawApproval', 'ledgerApproval'],
  ...['lookBackReport', 'reopen'],
] as const;

const PROPOSAL_LIMITS = [
  ...(['file', 'assign', 'returnWithin', 'returnRuling', 'opinion', 'reply', 'secondReply', 'rate', 'close'] as const),
] as const;

/** Numbers that decide, with the largest that makes sense; the smallest is 1. */
const LARGEST_THRESHOLDS = {
  membersAsked: 10,
  deliberationDepartments: 100,
  deliberationHouseholds: 10_000,
  revisitAttempts: 20,
  revisitDays: 30,
  revisitChannels: 5,
  groupReporters: 1_000,
  unitsTried: 20,
  ledgerShortDays: 1_000,
  milestoneDays: 366,
  repeatDays: 366,
} as const;

type Each<Name extends string, Schema> = { [N in Name]: Schema };

function each<const Name extends string, Schema>(
  names: readonly Name[],
  schemaOf: (name: Name) => Schema,
): Each<Name, Schema> {
  return Object.fromEntries(names.map((name) => [name, schemaOf(name)])) as Each<Name, Schema>;
}

const thresholdNames = Object.keys(LARGEST_THRESHOLDS) as (keyof typeof LARGEST_THRESHOLDS)[];

const gradeLimits = z.strictObject({
  ...each(GRADE_LIMITS, () => RuleLimit),
  returnWithin: RuleLimit.nullable().meta({ description: 'Null where a return is not allowed' }),
  extension: z
    .strictObject({ times: z.int().min(1).max(10), atMost: RuleLimit })
    .nullable()
    .meta({ description: 'Null where an extension is not allowed' }),
  lookBackDays: z
    .array(z.int().min(1).max(730))
    .min(1)
    .max(6)
    .meta({ description: 'Days of 24 hours after conclusion, rising' }),
});

const percent = z.int().min(0).max(100);
const departmentScore = z
  .strictObject({ overall: percent, onTime: percent, communityRating: percent, cards: percent })
  .refine((weights) => Object.values(weights).reduce((sum, weight) => sum + weight, 0) === 100, {
    message: 'together they are 100',
  })
  .meta({ id: 'DepartmentScoreWeights', description: 'What a department’s score is made of, in percent (I21)' });

export const RuleSetBody = z
  .strictObject({
    timeScale: z.number().min(1).max(1_000_000).meta({ description: '1 in real life; a demo divides durations by it' }),
    grades: z.strictObject(each(GRADES, () => gradeLimits)),
    steps: z.strictObject(each(STEP_LIMITS, () => RuleLimit)),
    thresholds: z.strictObject(each(thresholdNames, (name) => z.int().min(1).max(LARGEST_THRESHOLDS[name]))),
    proposals: z.strictObject(each(PROPOSAL_LIMITS, () => ProposalRuleLimit)),
    departmentScore,
  })
  .superRefine(({ grades }, context) => {
    for (const issue of nonsenseIn(grades satisfies Record<Grade, GradeRules>)) {
      context.addIssue({ code: 'custom', path: ['grades', ...issue.path], message: issue.message });
    }
  })
  .meta({ id: 'RuleSetBody', description: 'All limits and thresholds; a proposal names every one of them' });
export type RuleSetBody = z.output<typeof RuleSetBody>;

export const RuleSetInForce = z
  .looseObject({
    version: z.int(),
    effectiveFrom: z.iso.datetime(),
    calendar: z.object({ calendarVersion: z.int(), firstYear: z.int(), lastYear: z.int() }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'RuleSetInForce', description: 'The rules of today, every limit and threshold beside these' });

export const ProposeRuleSet = z
  .strictObject({ content: RuleSetBody, reason: z.string().trim().min(1).max(1000).optional() })
  .meta({ id: 'ProposeRuleSet', description: 'Rules as they should become; approved by somebody else' });
export type ProposeRuleSet = z.output<typeof ProposeRuleSet>;

export const PreviewRuleSet = z.strictObject({ content: RuleSetBody }).meta({ id: 'PreviewRuleSet' });
export type PreviewRuleSet = z.output<typeof PreviewRuleSet>;

export const ApproveRuleSet = z
  .strictObject({ effectiveFrom: z.iso.datetime({ offset: true }).meta({ description: 'Later than now' }) })
  .meta({ id: 'ApproveRuleSet', examples: [{ effectiveFrom: '2027-01-01T00:00:00+08:00' }] });
export type ApproveRuleSet = z.output<typeof ApproveRuleSet>;

export const RejectRuleSet = z
  .strictObject({ reason: z.string().trim().min(1).max(1000) })
  .meta({ id: 'RejectRuleSet', examples: [{ reason: '回访期限过短，人手不够。' }] });
export type RejectRuleSet = z.output<typeof RejectRuleSet>;

export const RULE_SET_PROPOSAL_STATES = ['PROPOSED', 'APPROVED', 'REJECTED'] as const;

/** Filters of GET /api/rule-set/proposals, beside `limit` and `cursor`. */
export const ruleSetProposalFilters = { state: z.enum(RULE_SET_PROPOSAL_STATES).optional() };

const change = z
  .object({ path: z.string(), before: z.unknown(), after: z.unknown() })
  .meta({ id: 'RuleChange', description: 'One rule that differs', examples: [{ path: 'grades.G3.verify' }] });
const changes = z.array(change).meta({ description: 'In the order of the rules' });
const serverNow = z.iso.datetime().optional();

const trialStep = z.object({
  path: z.string().meta({ examples: ['grades.G3.verify'] }),
  steps: z.int().meta({ description: 'Steps of that kind, done or still open' }),
  lateBefore: z.int().meta({ description: 'Late by the limit of the newest version' }),
  lateAfter: z.int().meta({ description: 'Late by the proposed limit' }),
});
export type RuleTrialStep = z.output<typeof trialStep>;

const trial = z
  .object({
    since: z.iso.datetime().meta({ description: 'Whistles blown since then, by the calendar known now' }),
    steps: z.array(trialStep),
    isCut: z.boolean().meta({ description: 'True where there were more steps than are looked at' }),
  })
  .meta({
    id: 'RuleTrial',
    description: 'Changed limits of acceptance, check-in, feedback, verification and revisit on the last 90 days',
  });

export const RuleChanges = z
  .object({
    basedOn: z.int().meta({ description: 'The newest version, to which it was compared' }),
    changes,
    trial,
    serverNow,
  })
  .meta({ id: 'RuleChanges' });
export type RuleChanges = z.output<typeof RuleChanges>;

const versionFields = {
  version: z.int(),
  effectiveFrom: z.iso.datetime(),
  isInForce: z.boolean(),
  approvedBy: z.string(),
  proposalId: z.uuid().optional(),
};

export const RuleSetVersionPage = z
  .object({ items: z.array(z.object(versionFields)), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'RuleSetVersionPage' });
export type RuleSetVersionPage = z.output<typeof RuleSetVersionPage>;

export const RuleSetVersion = z
  .object({
    ...versionFields,
    approvedAt: z.iso.datetime().optional(),
    proposedBy: z.string().optional(),
    proposedAt: z.iso.datetime().optional(),
    reason: z.string().optional(),
    content: RuleSetBody,
    changes: changes.meta({ description: 'To the version before' }),
    serverNow,
  })
  .meta({ id: 'RuleSetVersion' });
export type RuleSetVersion = z.output<typeof RuleSetVersion>;

const proposalFields = {
  id: z.uuid(),
  state: z.enum(RULE_SET_PROPOSAL_STATES),
  basedOn: z.int().meta({ description: 'The newest version when it was proposed' }),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  reason: z.string().optional(),
  decidedBy: z.string().optional(),
  decidedAt: z.iso.datetime().optional(),
  decisionReason: z.string().optional(),
  version: z.int().optional().meta({ description: 'The version it became' }),
  effectiveFrom: z.iso.datetime().optional(),
  changes,
};

export const RuleSetProposalPage = z
  .object({ items: z.array(z.object(proposalFields)), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'RuleSetProposalPage' });
export type RuleSetProposalPage = z.output<typeof RuleSetProposalPage>;

export const RuleSetProposal = z
  .object({ ...proposalFields, content: RuleSetBody, actions: z.array(ActionAnswer), serverNow })
  .meta({ id: 'RuleSetProposal' });
export type RuleSetProposal = z.output<typeof RuleSetProposal>;
