import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { PEOPLE } from './session-people.js';

export const sessionPosition = z.strictObject({ convenedAt: z.iso.datetime(), id: z.uuid() });
type Position = z.output<typeof sessionPosition>;

/** What a session is read with: its final minutes and who comes. */
export const PARTS = {
  minutes: { where: { finalAt: { not: null } }, orderBy: { finalAt: 'asc' } },
  ...PEOPLE,
} as const;

/** Reads sessions as a tenant; who may see which is in the `where` that the scopes make. */
@Injectable()
export class SessionsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  async find(subdistrictId: string, id: string) {
    if (!z.uuid().safeParse(id).success) return undefined;
    const row = await this.database.forTenant(subdistrictId).session.findUnique({ where: { id }, include: PARTS });
    return row ?? undefined;
  }

  /** Whatever tenant it is of; for who comes without an account. */
  async findAnywhere(id: string) {
    if (!z.uuid().safeParse(id).success) return undefined;
    return (await this.database.system.session.findUnique({ where: { id }, include: PARTS })) ?? undefined;
  }

  /** One row more than the limit, newest first. */
  list(subdistrictId: string, where: Prisma.SessionWhereInput, limit: number, after: Position | undefined) {
    return this.database.forTenant(subdistrictId).session.findMany({
      where: { subdistrictId, AND: [where, beyond('convenedAt', after)] },
      include: PARTS,
      orderBy: [{ convenedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }
}

export type SessionRow = NonNullable<Awaited<ReturnType<SessionsRepository['find']>>>;
