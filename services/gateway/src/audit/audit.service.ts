import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { AuditAction, AuditEntry, AuditPage, AuditVerification } from '@hsl/contracts/schemas/audit';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Prisma } from '../generated/prisma/client.js';
import { firstBroken, type AuditLine } from './audit-line.js';
import { AuditRepository } from './audit.repository.js';

export interface AuditQuery extends PageQuery {
  action?: AuditAction;
  actorId?: string;
  subjectId?: string;
  from?: string;
  to?: string;
}

const position = z.strictObject({ sequence: z.int() });
/** Lines read at once while the chain is gone through. */
const PORTION = 1_000;

/** Reads the trail and goes through its chain. */
@Injectable()
export class AuditService {
  constructor(
    private readonly entries: AuditRepository,
    private readonly access: AccessService,
  ) {}

  async list(actor: Actor, { limit, cursor, ...filters }: AuditQuery): Promise<AuditPage> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'audit.read', { subdistrictId });
    const before = decodeCursor(cursor, position)?.sequence;
    const rows = await this.entries.search(subdistrictId, { where: whereOf(filters), limit, before });
    const page = pageOf(rows, limit, ({ sequence }) => ({ sequence }));
    return { ...page, items: page.items.map(entryOf) };
  }

  /** From the first line to the last. */
  async verify(actor: Actor): Promise<AuditVerification> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'audit.verifyChain', { subdistrictId });
    let last: AuditLine | undefined;
    for (;;) {
      const lines = await this.entries.after(subdistrictId, last?.sequence ?? 0, PORTION);
      const brokenAt = firstBroken(lines, last);
      last = lines.at(-1) ?? last;
      const entries = last?.sequence ?? 0;
      if (brokenAt !== undefined) return { entries, isWhole: false, brokenAt };
      if (lines.length < PORTION) return { entries, isWhole: true };
    }
  }
}

function whereOf({ from, to, ...exact }: Omit<AuditQuery, 'limit' | 'cursor'>): Prisma.AuditEntryWhereInput {
  return {
    ...exact,
    at: {
      ...(from !== undefined && { gte: new Date(`${from}T00:00:00+08:00`) }),
      ...(to !== undefined && { lte: new Date(`${to}T23:59:59.999+08:00`) }),
    },
  };
}

const entryOf = ({ sequence, at, actorId, actorRole, action, subjectId, details, hash }: AuditLine): AuditEntry => ({
  ...{ sequence, at: at.toISOString(), actorId, actorRole, action, subjectId, hash },
  details: details as AuditEntry['details'],
});
