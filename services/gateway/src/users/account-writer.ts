import type { Actor } from '@hsl/access/actor';
import type { UserChanged } from '@hsl/contracts/schemas/users';
import type { Role } from '@hsl/contracts/roles';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Injectable } from '@nestjs/common';
import { appendAudit } from '../audit/audit.repository.js';
import type { AuditAct } from '../audit/audit-line.js';
import { hashPassword } from '../sign-in/password.js';
import type { Account } from './account.js';
import type { ProposedAccount } from './account-proposals.repository.js';
import { newPassword } from './passwords.js';
import { userAnswer } from './user-answer.js';
import { UserRepository, type AccountChange, type Also } from './user.repository.js';

/** Who does it, in which capacity. */
export interface Doer {
  actor: Actor;
  role: Role;
}

/** Writes accounts with their line of the audit, and tells the services. */
@Injectable()
export class AccountWriter {
  constructor(
    private readonly users: UserRepository,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** Opens an account; its first password is in the answer and nowhere else. */
  async create(doer: Doer, id: string, content: ProposedAccount, also?: Also): Promise<UserChanged> {
    const password = newPassword();
    const passwordHash = await hashPassword(password);
    const { posts, active } = content;
    const details = { posts, active };
    await this.save(doer, { id, ...content, passwordHash }, { action: 'user.created', details }, also);
    return { ...(await this.answer(doer, id)), password };
  }

  /** @throws ProblemError unchanged */
  async change(doer: Doer, before: Account, content: ProposedAccount, also?: Also): Promise<UserChanged> {
    const { id, userName } = before;
    const found = await this.users.findForSignIn(userName);
    if (!found) throw new ProblemError('notFound');
    const rightsOf = ({ posts, active }: ProposedAccount) => ({ posts, active });
    const details = { before: rightsOf(before), after: rightsOf(content) };
    const account = { id, ...content, passwordHash: found.passwordHash };
    const changed = await this.save(doer, account, { action: 'user.changed', details }, also);
    if (!changed) throw new ProblemError('unchanged');
    return this.answer(doer, id);
  }

  private async save(
    { actor, role }: Doer,
    account: Omit<AccountChange, 'subdistrictId' | 'isFictional'>,
    done: Pick<AuditAct, 'action' | 'details'>,
    also: Also | undefined,
  ): Promise<boolean> {
    const { subdistrictId, userId: actorId } = actor;
    const now = this.clock.now();
    const act = { subdistrictId, actorId, actorRole: role, ...done, subjectId: account.id, at: new Date(now) };
    const change = { ...account, subdistrictId, isFictional: false };
    const saved = await this.users.save(change, now, async (tx) => {
      await also?.(tx);
      await appendAudit(tx, act);
    });
    this.relay.kick();
    return saved;
  }

  private async answer({ actor }: Doer, id: string): Promise<UserChanged> {
    const account = await this.users.findById(actor.subdistrictId, id);
    if (!account) throw new ProblemError('notFound');
    return { user: userAnswer(account) };
  }
}
