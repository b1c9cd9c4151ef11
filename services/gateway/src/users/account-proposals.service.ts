import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Role } from '@hsl/contracts/roles';
import type { AccountProposalPage, UserChanged } from '@hsl/contracts/schemas/users';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AuditAct } from '../audit/audit-line.js';
import {
  AccountProposalsRepository,
  decideIn,
  type ProposalRow,
  type ProposedAccount,
} from './account-proposals.repository.js';
import { AccountWriter, type Doer } from './account-writer.js';
import { contentOf, proposalAnswer } from './user-answer.js';
import { UserRepository, type Also } from './user.repository.js';

interface Proposing {
  actor: Actor;
  role: Role;
  userId: string;
  basedOn: number;
  content: ProposedAccount;
  reason: string | undefined;
}

const position = z.strictObject({ proposedAt: z.iso.datetime(), id: z.uuid() });

/** Privileged roles are given and taken by two people: an administrator asks, a leader grants (S11). */
@Injectable()
export class AccountProposals {
  constructor(
    private readonly rows: AccountProposalsRepository,
    private readonly users: UserRepository,
    private readonly writer: AccountWriter,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError reasonMissing */
  async propose({ actor, role, userId, basedOn, content, reason }: Proposing): Promise<UserChanged> {
    if (reason === undefined) throw new ProblemError('reasonMissing');
    const { subdistrictId, userId: proposedBy } = actor;
    const now = new Date(this.clock.now());
    const row = {
      ...{ id: randomUUID(), subdistrictId, userId, content, basedOn, reason, state: 'PROPOSED' },
      ...{ proposedBy, proposedAt: now, decidedBy: null, decidedAt: null },
    };
    const details = { userId, posts: content.posts, active: content.active };
    await this.rows.add(row, this.actOf(actor, role, 'user.proposed', row.id, details));
    return { proposal: proposalAnswer({ ...row, content: { ...content } as unknown as ProposalRow['content'] }) };
  }

  /** For administrators, who propose, and leaders, who decide. */
  async list(actor: Actor, { limit, cursor, state }: PageQuery & { state?: string }): Promise<AccountProposalPage> {
    const { subdistrictId } = actor;
    const target = { subdistrictId, subdistrictWide: true };
    const decides = this.access.scopes(actor, 'user.approvePrivileged', ['notSelf', 'notProposer']).length > 0;
    if (!decides) this.access.authorize(actor, 'user.read', target);
    const after = decodeCursor(cursor, position);
    const rows = await this.rows.list(subdistrictId, state, limit, after);
    const page = pageOf(rows, limit, ({ proposedAt, id }) => ({ proposedAt: proposedAt.toISOString(), id }));
    return { ...page, items: page.items.map(proposalAnswer) };
  }

  /** @throws ProblemError separationOfDuties, alreadyAnswered; accountChanged if the account is not as it was */
  async decide(actor: Actor, id: string, verdict: 'approve' | 'reject'): Promise<UserChanged> {
    const { subdistrictId } = actor;
    const row = await this.rows.find(subdistrictId, id);
    if (!row) throw new ProblemError('notFound');
    const facts = { notSelf: row.userId !== actor.userId, notProposer: row.proposedBy !== actor.userId };
    const target = { subdistrictId, subdistrictWide: true };
    const { role } = this.access.authorize(actor, 'user.approvePrivileged', target, facts);
    const act = (action: 'user.approved' | 'user.rejected') =>
      this.actOf(actor, role, action, id, { userId: row.userId });
    if (verdict === 'approve') return this.approve({ actor, role }, row, act('user.approved'));
    await this.rows.reject(row, act('user.rejected'));
    return this.answer(row);
  }

  /** The decision and what it changes are one transaction. */
  private async approve(doer: Doer, row: ProposalRow, act: AuditAct): Promise<UserChanged> {
    const account = await this.users.findById(row.subdistrictId, row.userId);
    if (row.state !== 'PROPOSED') throw new ProblemError('alreadyAnswered', { state: row.state });
    if ((account?.rightsVersion ?? 0) !== row.basedOn) throw new ProblemError('accountChanged');
    const also: Also = (tx) => decideIn(tx, row, 'APPROVED', act);
    const changed = account
      ? await this.writer.change(doer, account, contentOf(row), also)
      : await this.writer.create(doer, row.userId, contentOf(row), also);
    return { ...changed, ...(await this.answer(row)) };
  }

  private async answer(row: ProposalRow): Promise<UserChanged> {
    return { proposal: proposalAnswer((await this.rows.find(row.subdistrictId, row.id)) ?? row) };
  }

  private actOf(
    ...[{ subdistrictId, userId: actorId }, actorRole, action, subjectId, details]: [
      Actor,
      Role,
      AuditAct['action'],
      string,
      AuditAct['details'],
    ]
  ): AuditAct {
    return { subdistrictId, actorId, actorRole, action, subjectId, details, at: new Date(this.clock.now()) };
  }
}
