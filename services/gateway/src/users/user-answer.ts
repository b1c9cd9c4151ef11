import type { AccountProposal, User } from '@hsl/contracts/schemas/users';
import { isPrivileged, type Account } from './account.js';
import type { ProposalRow, ProposedAccount } from './account-proposals.repository.js';

/** An account as it is shown. */
export const userAnswer = ({ id, userName, name, posts, active, rightsVersion }: Account): User => ({
  ...{ id, userName, name, active, rightsVersion, isPrivileged: isPrivileged(posts) },
  posts: posts as User['posts'],
});

export const contentOf = (row: ProposalRow): ProposedAccount => row.content as unknown as ProposedAccount;

/** A proposal as it is shown. */
export const proposalAnswer = (row: ProposalRow): AccountProposal => ({
  ...{ id: row.id, userId: row.userId, reason: row.reason, proposedBy: row.proposedBy, isNew: row.basedOn === 0 },
  ...(contentOf(row) as Pick<AccountProposal, 'userName' | 'name' | 'posts' | 'active'>),
  state: row.state as AccountProposal['state'],
  proposedAt: row.proposedAt.toISOString(),
  decidedBy: row.decidedBy ?? undefined,
  decidedAt: row.decidedAt?.toISOString(),
});
