import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { Card as CardRow, Prisma } from '../generated/prisma/client.js';

export const cardPosition = z.strictObject({ issuedAt: z.iso.datetime(), id: z.uuid() });
export type CardPosition = z.output<typeof cardPosition>;

/** Reads cards as a tenant; who may see which is in the `where` that the scopes make. */
@Injectable()
export class CardRepository {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  /** One row more than the limit, newest first. */
  list(
    subdistrictId: string,
    where: Prisma.CardWhereInput,
    limit: number,
    after: CardPosition | undefined,
  ): Promise<CardRow[]> {
    return this.database.forTenant(subdistrictId).card.findMany({
      where: { subdistrictId, AND: [where, beyond('issuedAt', after)] },
      orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }
}
