import { z } from 'zod';

/** Requests and answers on postings of members to communities and on the rule 1+2+N (S26 to S28). */

const referenceId = z.string().trim().min(1).max(40);
const reason = z.string().trim().min(1).max(500);
const serverNow = z.iso.datetime().optional();
const day = z.iso.date().meta({ description: 'A day in Asia/Shanghai' });

/** What may be wanted of a posting: that it begins, or that the one that goes on ends. */
export const AREA_CHANGES = ['begin', 'end'] as const;
export const AREA_PROPOSAL_STATES = ['PROPOSED', 'APPROVED', 'REFUSED'] as const;

export const ProposeArea = z
  .strictObject({
    change: z.enum(AREA_CHANGES),
    memberId: referenceId,
    communityId: referenceId,
    firstDay: day.optional().meta({ description: 'Of a posting that begins' }),
    lastDay: day.optional().meta({ description: 'Inclusive; needed to end a posting' }),
    reason,
  })
  .superRefine(({ change, firstDay, lastDay }, context) => {
    const needed = change === 'begin' ? 'firstDay' : 'lastDay';
    if ((change === 'begin' ? firstDay : lastDay) === undefined) {
      context.addIssue({
        ...{ code: 'custom', path: [needed], input: undefined },
        params: { code: 'required', zh: '请写明日期。', en: 'Name the day.' },
      });
    }
    if (firstDay !== undefined && lastDay !== undefined && lastDay < firstDay) {
      context.addIssue({
        ...{ code: 'custom', path: ['lastDay'], input: lastDay },
        params: { code: 'order', zh: '结束日期不能早于开始日期。', en: 'It cannot end before it begins.' },
      });
    }
  })
  .meta({
    id: 'ProposeArea',
    examples: [
      { change: 'begin', memberId: 'ZX-M01', communityId: 'ZX03', firstDay: '2026-12-01', reason: '补足两名委员。' },
    ],
  });
export type ProposeArea = z.output<typeof ProposeArea>;

export const DecideArea = z
  .strictObject({ approved: z.boolean(), remark: reason.optional() })
  .refine(({ approved, remark }) => approved || remark !== undefined, {
    path: ['remark'],
    params: { code: 'required', zh: '不同意时请写明理由。', en: 'Say why it is refused.' },
  })
  .meta({ id: 'DecideArea', examples: [{ approved: true }] });
export type DecideArea = z.output<typeof DecideArea>;

export const AreaProposal = z
  .object({
    id: z.uuid(),
    change: z.enum(AREA_CHANGES),
    memberId: z.string(),
    communityId: z.string(),
    firstDay: day.optional(),
    lastDay: day.optional(),
    reason: z.string(),
    state: z.enum(AREA_PROPOSAL_STATES),
    proposedBy: z.string(),
    proposedAt: z.iso.datetime(),
    decidedBy: z.string().optional(),
    decidedAt: z.iso.datetime().optional(),
    remark: z.string().optional(),
    serverNow,
  })
  .meta({ id: 'AreaProposal', description: 'A wish to change a posting' });
export type AreaProposal = z.output<typeof AreaProposal>;
export const AreaProposalPage = z
  .object({ items: z.array(AreaProposal), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'AreaProposalPage' });

export const areaProposalFilters = { state: z.enum(AREA_PROPOSAL_STATES).optional() };

export const areaFilters = {
  memberId: referenceId.optional(),
  communityId: referenceId.optional(),
  on: day.optional().meta({ description: 'Only postings valid on this day; without it the whole history' }),
};

export const AreaPosting = z
  .object({
    memberId: z.string(),
    memberName: z.string(),
    communityId: z.string(),
    firstDay: day,
    lastDay: day.optional().meta({ description: 'Inclusive; absent while the posting goes on' }),
  })
  .meta({ id: 'AreaPosting', description: 'When a member speaks for a community' });
export type AreaPosting = z.output<typeof AreaPosting>;
export const AreaPostingPage = z
  .object({ items: z.array(AreaPosting), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'AreaPostingPage' });

const missing = z.object({
  what: z.enum(['members', 'groups']),
  has: z.int(),
  needs: z.int(),
});

export const CommunityCoverage = z
  .object({
    communityId: z.string(),
    communityName: z.string(),
    members: z.array(z.object({ id: z.string(), name: z.string() })).meta({ description: 'Posted there today' }),
    domains: z.array(z.string()).meta({ description: 'Fields of its groups with a stake (N)' }),
    isCovered: z.boolean(),
    missing: z.array(missing).meta({ description: 'Empty if it is covered' }),
    breachedSince: z.iso.datetime().optional().meta({ description: 'Since when the alert stands' }),
  })
  .meta({ id: 'CommunityCoverage', description: 'One community, two members and more, N groups' });
export type CommunityCoverage = z.output<typeof CommunityCoverage>;

export const CoverageReport = z
  .object({ items: z.array(CommunityCoverage), covered: z.int(), total: z.int(), serverNow })
  .meta({ id: 'CoverageReport', description: 'How the communities stand to 1+2+N' });
export type CoverageReport = z.output<typeof CoverageReport>;
