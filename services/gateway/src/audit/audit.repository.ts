import { Injectable } from '@nestjs/common';
import { GatewayDatabase } from '../gateway-database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { NO_HASH, sealOf, type AuditAct, type AuditLine } from './audit-line.js';

/** Filters and place of a list of the trail. */
export interface AuditSearch {
  where: Prisma.AuditEntryWhereInput;
  limit: number;
  before: number | undefined;
}

@Injectable()
export class AuditRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** One row more than the limit, newest first. */
  search(subdistrictId: string, { where, limit, before }: AuditSearch): Promise<AuditLine[]> {
    const place = before === undefined ? {} : { sequence: { lt: before } };
    return this.database.forTenant(subdistrictId).auditEntry.findMany({
      where: { AND: [{ subdistrictId }, where, place] },
      orderBy: { sequence: 'desc' },
      take: limit + 1,
    });
  }

  /** Lines after that one, in the order in which they were written. */
  after(subdistrictId: string, sequence: number, limit: number): Promise<AuditLine[]> {
    return this.database.forTenant(subdistrictId).auditEntry.findMany({
      where: { subdistrictId, sequence: { gt: sequence } },
      orderBy: { sequence: 'asc' },
      take: limit,
    });
  }
}

/** Adds a line to the chain, in the transaction of the act: there is none without the other. */
export async function appendAudit(tx: Prisma.TransactionClient, act: AuditAct): Promise<void> {
  const { subdistrictId, details } = act;
  // One line after the other; held until the transaction ends.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('hsl.audit/' || ${subdistrictId}, 0))::text`;
  const last = await tx.auditEntry.findFirst({ where: { subdistrictId }, orderBy: { sequence: 'desc' } });
  const line = { ...act, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? NO_HASH };
  await tx.auditEntry.create({ data: { ...line, details: details as Prisma.InputJsonObject, hash: sealOf(line) } });
}
