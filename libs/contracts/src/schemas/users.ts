import { z } from 'zod';
import { ROLES, type Role } from '../roles.js';

/** Accounts as administrators keep them (domain 5.3 admin, S11). */

/** Nobody signs in as these. */
const NO_ACCOUNT: readonly Role[] = ['resident', 'partnerKey'];
export const ACCOUNT_ROLES = ROLES.filter((role) => !NO_ACCOUNT.includes(role));

/** Given and taken by two people only: an administrator proposes, a leader approves. */
export const PRIVILEGED_ROLES: readonly Role[] = [
  ...(['deputyLeader', 'groupLeader', 'districtCommittee', 'admin', 'auditor'] as const),
];

/** What a post is held for, besides the subdistrict. */
export const PLACE_OF_ROLE: Partial<Record<Role, 'communityIds' | 'departmentId' | 'memberId'>> = {
  communityWorker: 'communityIds',
  communityHead: 'communityIds',
  handler: 'departmentId',
  deputyHead: 'departmentId',
  head: 'departmentId',
  member: 'memberId',
};

const id = z.string().min(1).max(40);

export const AccountPost = z
  .strictObject({
    role: z.enum(ACCOUNT_ROLES),
    communityIds: z.array(id).min(1).max(50).optional(),
    departmentId: id.optional(),
    memberId: id.optional(),
  })
  .superRefine((post, context) => {
    const place = PLACE_OF_ROLE[post.role];
    if (place === undefined || post[place] !== undefined) return;
    context.addIssue({ code: 'custom', path: [place], message: `a ${post.role} is so for a ${place}` });
  })
  .meta({ id: 'AccountPost', examples: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
export type AccountPost = z.output<typeof AccountPost>;

const name = z.string().trim().min(1).max(50);
const posts = z.array(AccountPost).min(1).max(5);
const reason = z.string().trim().min(1).max(500).optional();

export const CreateUser = z
  .strictObject({
    userName: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{2,39}$/)
      .meta({ description: 'Small letters, digits, dots and dashes' }),
    ...{ name, posts, reason },
  })
  .meta({
    id: 'CreateUser',
    examples: [{ userName: 'zx-wang', name: '王敏', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] }],
  });
export type CreateUser = z.output<typeof CreateUser>;

export const ChangeUser = z
  .strictObject({
    ...{ name: name.optional(), posts: posts.optional(), active: z.boolean().optional(), reason },
    rightsVersion: z.int().min(1).meta({ description: 'As it was read; refused if somebody changed it meanwhile' }),
  })
  .meta({ id: 'ChangeUser', examples: [{ active: false, rightsVersion: 1, reason: '调离' }] });
export type ChangeUser = z.output<typeof ChangeUser>;

export const userFilters = {
  role: z.enum(ACCOUNT_ROLES).optional(),
  communityId: id.optional(),
  departmentId: id.optional(),
  active: z.enum(['true', 'false']).optional(),
  search: z.string().trim().min(1).max(50).optional().meta({ description: 'Part of the name or user name' }),
};

export const User = z
  .object({
    id: z.string(),
    userName: z.string(),
    name: z.string(),
    posts: z.array(AccountPost),
    active: z.boolean(),
    rightsVersion: z.int(),
    isPrivileged: z.boolean().meta({ description: 'A leader must approve what is changed' }),
  })
  .meta({ id: 'User' });
export type User = z.output<typeof User>;

export const UserPage = z.object({ items: z.array(User), nextCursor: z.string().optional() }).meta({ id: 'UserPage' });
export type UserPage = z.output<typeof UserPage>;

export const ACCOUNT_PROPOSAL_STATES = ['PROPOSED', 'APPROVED', 'REJECTED'] as const;

export const AccountProposal = z
  .object({
    id: z.uuid(),
    userId: z.string(),
    state: z.enum(ACCOUNT_PROPOSAL_STATES),
    ...{ userName: z.string(), name, posts: z.array(AccountPost), active: z.boolean() },
    isNew: z.boolean(),
    reason: z.string(),
    proposedBy: z.string(),
    proposedAt: z.iso.datetime(),
    decidedBy: z.string().optional(),
    decidedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'AccountProposal' });
export type AccountProposal = z.output<typeof AccountProposal>;

export const AccountProposalPage = z
  .object({ items: z.array(AccountProposal), nextCursor: z.string().optional() })
  .meta({ id: 'AccountProposalPage' });
export type AccountProposalPage = z.output<typeof AccountProposalPage>;

export const accountProposalFilters = { state: z.enum(ACCOUNT_PROPOSAL_STATES).optional() };

/** Exactly one of the two: what was done, or what waits for a leader. */
export const UserChanged = z
  .object({
    user: User.optional(),
    proposal: AccountProposal.optional(),
    password: z.string().optional().meta({ description: 'Of a new account; shown this once' }),
  })
  .meta({ id: 'UserChanged' });
export type UserChanged = z.output<typeof UserChanged>;

export const NewPassword = z
  .object({ password: z.string().meta({ description: 'Shown this once; every session of the account has ended' }) })
  .meta({ id: 'NewPassword' });
export type NewPassword = z.output<typeof NewPassword>;

export const DecideAccount = z
  .strictObject({ verdict: z.enum(['approve', 'reject']) })
  .meta({ id: 'DecideAccount', examples: [{ verdict: 'approve' }] });
export type DecideAccount = z.output<typeof DecideAccount>;
