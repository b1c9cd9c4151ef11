import { ENDED_WHISTLE_STATES } from '@hsl/contracts/states';
import { beyond } from '@hsl/database/list-position';
import type { ReconciliationFound } from '@hsl/contracts/reconciliation';
import { nameUuid } from '@hsl/platform/name-uuid';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';

export const reportPosition = z.strictObject({ startedAt: z.iso.datetime(), id: z.uuid() });
type Position = z.output<typeof reportPosition>;

/** What a reconciliation reads of the whistles, and the reports it leaves. */
@Injectable()
export class ReconciliationRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** Every tenant has rules in force from its first day. */
  async subdistricts(): Promise<string[]> {
    const found = await this.database.system.ruleSet.findMany({
      distinct: ['subdistrictId'],
      select: { subdistrictId: true },
      orderBy: { subdistrictId: 'asc' },
    });
    return found.map(({ subdistrictId }) => subdistrictId);
  }

  openWhistles(subdistrictId: string, after: string | undefined, limit: number) {
    return this.database.forTenant(subdistrictId).whistle.findMany({
      where: { state: { notIn: [...ENDED_WHISTLE_STATES] }, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: 'asc' },
      take: limit,
    });
  }

  whistles(subdistrictId: string, ids: readonly string[]) {
    return this.database.forTenant(subdistrictId).whistle.findMany({
      where: { id: { in: [...ids] } },
      take: ids.length,
    });
  }

  /** Of these matters, those on the ledger none of whose entries waits for an approval or runs. */
  async withoutEntry(subdistrictId: string, rows: readonly OpenWhistle[]): Promise<Set<string>> {
    const onLedger = rows.filter(({ state }) => state === 'LEDGERED' || state === 'CARRIED_OVER').map(({ id }) => id);
    if (onLedger.length === 0) return new Set();
    const kept = await this.database.forTenant(subdistrictId).ledgerEntry.findMany({
      where: { whistleId: { in: onLedger }, state: { in: ['APPLIED', 'RUNNING'] } },
      select: { whistleId: true },
      take: onLedger.length * 2,
    });
    const known = new Set(kept.map(({ whistleId }) => whistleId));
    return new Set(onLedger.filter((id) => !known.has(id)));
  }

  /** Written once per round and subdistrict, however often it is handed in. */
  async keep({
    roundId,
    owner = 'whistles',
    startedAt,
    finishedAt,
    findings,
    ...counts
  }: ReconciliationFound): Promise<void> {
    const { subdistrictId } = counts;
    const data = {
      id: nameUuid('reconciliation', roundId, subdistrictId),
      ...{ ...counts, owner },
      ...{ startedAt: new Date(startedAt), finishedAt: new Date(finishedAt) },
      findings: findings as unknown as Prisma.InputJsonValue,
    };
    await this.database
      .forTenant(subdistrictId)
      .reconciliationReport.createMany({ data: [data], skipDuplicates: true });
  }

  /** One row more than the limit, newest first. */
  list(subdistrictId: string, limit: number, after: Position | undefined) {
    return this.database.forTenant(subdistrictId).reconciliationReport.findMany({
      where: { subdistrictId, ...beyond('startedAt', after) },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }
}

export type OpenWhistle = Awaited<ReturnType<ReconciliationRepository['openWhistles']>>[number];
