import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { WhistleDistinction } from '../generated/prisma/client.js';

/** Of one whistle; a bound against a mistake. */
const MOST = 500;

type Pair = readonly [one: string, other: string];

/** Pairs that are not the same matter; which of the two is named first does not matter. */
@Injectable()
export class DistinctionsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  find(subdistrictId: string, pair: Pair): Promise<WhistleDistinction | null> {
    const key = keyOf(subdistrictId, pair);
    return this.database.forTenant(subdistrictId).whistleDistinction.findUnique({
      where: { subdistrictId_oneId_otherId: key },
    });
  }

  /** Who said it first, and when, stays. */
  async put(subdistrictId: string, pair: Pair, saidBy: string, saidAt: Date): Promise<void> {
    const key = keyOf(subdistrictId, pair);
    await this.database.forTenant(subdistrictId).whistleDistinction.upsert({
      where: { subdistrictId_oneId_otherId: key },
      create: { ...key, saidBy, saidAt },
      update: {},
    });
  }

  /** The whistles that are not the same matter as this one. */
  async distinctFrom(subdistrictId: string, id: string): Promise<string[]> {
    const rows = await this.database.forTenant(subdistrictId).whistleDistinction.findMany({
      where: { subdistrictId, OR: [{ oneId: id }, { otherId: id }] },
      take: MOST,
    });
    return rows.map(({ oneId, otherId }) => (oneId === id ? otherId : oneId));
  }
}

function keyOf(subdistrictId: string, pair: Pair) {
  const [oneId, otherId] = pair.toSorted() as [string, string];
  return { subdistrictId, oneId, otherId };
}
