import { z } from 'zod';

/** Changing who leads and who supports for a category: one person proposes, another decides (S37). */

const departmentId = z.string().trim().min(1).max(40);
const reason = z.string().trim().min(1).max(500);

export const ROUTING_PROPOSAL_STATES = ['PROPOSED', 'APPROVED', 'REJECTED'] as const;

export const ProposeRouting = z
  .strictObject({
    leadDepartmentId: departmentId,
    supportingDepartmentIds: z.array(departmentId).max(20).meta({ description: 'In their order; never the lead' }),
    reason: reason.meta({ description: 'Stands beside the row from then on' }),
    reasonEn: reason.optional().meta({ description: 'Left out: the same as `reason`' }),
  })
  .refine(
    ({ leadDepartmentId, supportingDepartmentIds: ids }) => new Set([leadDepartmentId, ...ids]).size === ids.length + 1,
    {
      path: ['supportingDepartmentIds'],
      params: { code: 'repeated', zh: '同一单位只能出现一次。', en: 'Each department stands once.' },
    },
  )
  .meta({
    id: 'ProposeRouting',
    examples: [
      { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'], reason: '飞线充电由城管局牵头，消防参加。' },
    ],
  });
export type ProposeRouting = z.output<typeof ProposeRouting>;

export const DecideRouting = z
  .strictObject({ verdict: z.enum(['approve', 'reject']), reason: reason.optional() })
  .refine(({ verdict, reason: why }) => verdict === 'approve' || why !== undefined, {
    path: ['reason'],
    params: { code: 'required', zh: '驳回要写明理由。', en: 'A rejection needs its reason.' },
  })
  .meta({ id: 'DecideRouting', examples: [{ verdict: 'reject', reason: '消防不能只是协办' }] });
export type DecideRouting = z.output<typeof DecideRouting>;

const named = z.object({ id: z.string(), code: z.string(), name: z.string() });

export const RoutingProposal = z
  .object({
    id: z.uuid(),
    categoryCode: z.string(),
    lead: named,
    supporting: z.array(named),
    reason: z.string(),
    basedOn: z.int().meta({ description: 'Version of the row that the proposer saw' }),
    state: z.enum(ROUTING_PROPOSAL_STATES),
    proposedBy: z.string(),
    proposedAt: z.iso.datetime(),
    decidedBy: z.string().optional(),
    decidedAt: z.iso.datetime().optional(),
    decisionReason: z.string().optional(),
    mayDecide: z.boolean().meta({ description: 'The caller may approve or reject it now' }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'RoutingProposal', description: 'Another row of the routing table, and what became of it' });
export type RoutingProposal = z.output<typeof RoutingProposal>;

export const RoutingProposalPage = z
  .object({
    items: z.array(RoutingProposal),
    nextCursor: z.string().optional(),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'RoutingProposalPage', description: 'Newest first' });
export type RoutingProposalPage = z.output<typeof RoutingProposalPage>;

export const routingProposalFilters = {
  state: z
    .enum(ROUTING_PROPOSAL_STATES)
    .optional()
    .meta({ description: 'Left out: all', examples: ['PROPOSED'] }),
};
