import { Injectable } from '@nestjs/common';
import type { Instant } from '@hsl/contracts/instants';
import type { Post, Role } from '@hsl/contracts/roles';
import { envelopeOf } from '@hsl/database/event-envelope';
import { GatewayDatabase } from '../gateway-database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { problemOfPosts, type Account } from './account.js';

/** What is said of an account when it is created or changed. */
export interface AccountChange {
  id: string;
  subdistrictId: string;
  userName: string;
  name: string;
  posts: Post[];
  active: boolean;
  passwordHash: string;
  isFictional: boolean;
}

/** Something written in the same transaction. */
export type Also = (tx: Prisma.TransactionClient) => Promise<void>;

export const WITH_POSTS = { posts: { orderBy: { position: 'asc' } } } as const satisfies Prisma.UserInclude;
type UserRow = Prisma.UserGetPayload<{ include: typeof WITH_POSTS }>;

@Injectable()
export class UserRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** For sign-in, where no tenant is known yet. Names are compared in lower case. */
  async findForSignIn(userName: string): Promise<{ account: Account; passwordHash: string } | undefined> {
    const row = await this.database.system.user.findUnique({ where: { userName }, include: WITH_POSTS });
    return row ? { account: accountOf(row), passwordHash: row.passwordHash } : undefined;
  }

  async findById(subdistrictId: string, id: string): Promise<Account | undefined> {
    const row = await this.database.forTenant(subdistrictId).user.findUnique({ where: { id }, include: WITH_POSTS });
    return row ? accountOf(row) : undefined;
  }

  /** Those that exist in the subdistrict. */
  async findByIds(subdistrictId: string, ids: readonly string[]): Promise<Account[]> {
    const where = { subdistrictId, id: { in: [...ids] } };
    const rows = await this.database.forTenant(subdistrictId).user.findMany({ where, include: WITH_POSTS });
    return rows.map(accountOf);
  }

  /**
   * Creates or changes an account and announces it in the same transaction. Changed rights end every token issued
   * before; a new password alone does not.
   * @param also what is written with it, if anything differed: the line of the audit
   * @returns false if nothing differed
   */
  async save(change: AccountChange, at: Instant, also?: Also): Promise<boolean> {
    const problem = problemOfPosts(change.posts);
    if (problem) throw new RangeError(`${change.id}: ${problem}`);
    return this.database.forTenant(change.subdistrictId).$transaction(async (tx) => {
      const before = await tx.user.findUnique({ where: { id: change.id }, include: WITH_POSTS });
      const rightsSame = before !== null && sameRights(accountOf(before), change);
      if (rightsSame && before.name === change.name && before.passwordHash === change.passwordHash) return false;
      const { posts, ...fields } = change;
      const rightsVersion = before ? before.rightsVersion + (rightsSame ? 0 : 1) : 1;
      const data = { ...fields, rightsVersion, updatedAt: new Date(at) };
      // Whether a person is invented is said once, at the birth of the account.
      await tx.user.upsert({ where: { id: change.id }, create: data, update: { ...data, isFictional: undefined } });
      await also?.(tx);
      if (rightsSame) return true;
      await tx.userPost.deleteMany({ where: { userId: change.id } });
      await tx.userPost.createMany({ data: posts.map((post, position) => postRow(change, post, position)) });
      await tx.outboxEvent.create({ data: changedEvent(change, rightsVersion, at) });
      return true;
    });
  }
}

export const accountOf = (row: UserRow): Account => ({
  id: row.id,
  subdistrictId: row.subdistrictId,
  userName: row.userName,
  name: row.name,
  active: row.active,
  rightsVersion: row.rightsVersion,
  posts: row.posts.map((post) => ({
    role: post.role as Role,
    ...(post.communityIds.length > 0 ? { communityIds: post.communityIds } : {}),
    ...(post.departmentId === null ? {} : { departmentId: post.departmentId }),
    ...(post.memberId === null ? {} : { memberId: post.memberId }),
  })),
});

const sameRights = (before: Account, change: AccountChange): boolean =>
  before.active === change.active &&
  JSON.stringify(before.posts.map(plain)) === JSON.stringify(change.posts.map(plain));

const plain = ({ role, communityIds = [], departmentId = '', memberId = '' }: Post): unknown[] => [
  role,
  communityIds,
  departmentId,
  memberId,
];

const postRow = (change: AccountChange, post: Post, position: number): Prisma.UserPostCreateManyInput => ({
  userId: change.id,
  position,
  subdistrictId: change.subdistrictId,
  role: post.role,
  communityIds: post.communityIds ?? [],
  departmentId: post.departmentId,
  memberId: post.memberId,
});

function changedEvent(change: AccountChange, sequence: number, at: Instant): Prisma.OutboxEventCreateInput {
  const { id, subdistrictId, posts, active } = change;
  const envelope = envelopeOf(
    { type: 'user.changed.v1', subject: id, data: { userId: id, posts, active } },
    { source: 'gateway', subdistrictId, at, sequence },
  );
  return { subdistrictId, subject: id, envelope: envelope as unknown as Prisma.InputJsonObject };
}
