import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { ChangeUser, CreateUser, NewPassword, User, UserChanged, UserPage } from '@hsl/contracts/schemas/users';
import { Clock } from '@hsl/platform/clock';
import { InvalidInputError } from '@hsl/platform/invalid-input.error';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isPrivileged, problemOfPosts, type Account } from './account.js';
import { AccountProposals } from './account-proposals.service.js';
import { AccountSearch, type AccountFilters } from './account-search.js';
import { AccountWriter } from './account-writer.js';
import { Passwords } from './passwords.js';
import { userAnswer } from './user-answer.js';
import { UserRepository } from './user.repository.js';

const position = z.strictObject({ userName: z.string() });

/** Accounts as administrators keep them: what gives or takes a privileged role waits for a leader (S11). */
@Injectable()
export class Users {
  constructor(
    private readonly users: UserRepository,
    private readonly search: AccountSearch,
    private readonly writer: AccountWriter,
    private readonly proposals: AccountProposals,
    private readonly passwords: Passwords,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { limit, cursor, ...filters }: PageQuery & AccountFilters): Promise<UserPage> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'user.read', targetOf(actor));
    const after = decodeCursor(cursor, position)?.userName;
    const rows = await this.search.list(subdistrictId, filters, limit, after);
    const page = pageOf(rows, limit, ({ userName }) => ({ userName }));
    return { ...page, items: page.items.map(userAnswer) };
  }

  async get(actor: Actor, id: string): Promise<User> {
    this.access.authorize(actor, 'user.read', targetOf(actor));
    return userAnswer(await this.find(actor, id));
  }

  /** @throws ProblemError userNameTaken */
  async create(actor: Actor, { userName, name, posts, reason }: CreateUser): Promise<UserChanged> {
    const { role } = this.access.authorize(actor, 'user.manage', targetOf(actor), { notSelf: true });
    demandSense(posts);
    if (await this.users.findForSignIn(userName)) throw new ProblemError('userNameTaken');
    const content = { userName, name, posts, active: true };
    if (isPrivileged(posts)) {
      return this.proposals.propose({ actor, role, userId: randomUUID(), basedOn: 0, content, reason });
    }
    return this.writer.create({ actor, role }, randomUUID(), content);
  }

  /** @throws ProblemError accountChanged, unchanged */
  async change(actor: Actor, id: string, { rightsVersion, reason, ...change }: ChangeUser): Promise<UserChanged> {
    const before = await this.find(actor, id);
    const { role } = this.access.authorize(actor, 'user.manage', targetOf(actor), { notSelf: id !== actor.userId });
    if (before.rightsVersion !== rightsVersion) throw new ProblemError('accountChanged');
    const { userName, name, posts, active } = before;
    const content = { userName, name, posts, active, ...change };
    demandSense(content.posts);
    const rightsOf = (one: typeof content) => JSON.stringify([one.posts, one.active]);
    const changesRights = rightsOf(content) !== rightsOf(before);
    if (changesRights && (isPrivileged(posts) || isPrivileged(content.posts))) {
      return this.proposals.propose({ actor, role, userId: id, basedOn: rightsVersion, content, reason });
    }
    return this.writer.change({ actor, role }, before, content);
  }

  /** Of a privileged account a leader only: whoever sets it could act as that person. */
  async renewPassword(actor: Actor, id: string): Promise<NewPassword> {
    const account = await this.find(actor, id);
    const notSelf = id !== actor.userId;
    const { role: actorRole } = isPrivileged(account.posts)
      ? this.access.authorize(actor, 'user.approvePrivileged', targetOf(actor), { notSelf, notProposer: true })
      : this.access.authorize(actor, 'user.manage', targetOf(actor), { notSelf });
    const now = this.clock.now();
    const { subdistrictId, userId: actorId } = actor;
    const act = { subdistrictId, actorId, actorRole, action: 'user.passwordSet', subjectId: id, details: {} } as const;
    return { password: await this.passwords.renew(account, { ...act, at: new Date(now) }, now) };
  }

  private async find({ subdistrictId }: Actor, id: string): Promise<Account> {
    const account = await this.users.findById(subdistrictId, id);
    if (!account) throw new ProblemError('notFound');
    return account;
  }
}

const targetOf = ({ subdistrictId }: Actor) => ({ subdistrictId, subdistrictWide: true });

/** @throws InvalidInputError for posts that nobody may hold together */
function demandSense(posts: Account['posts']): void {
  if (problemOfPosts(posts) === undefined) return;
  const params = { code: 'custom', zh: '管理员和审计不能兼任其他角色。', en: 'A keeper holds no other role.' };
  throw new InvalidInputError([{ code: 'custom', path: ['posts'], params }]);
}
