import type { Instant } from '@hsl/contracts/instants';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { appendAudit } from '../audit/audit.repository.js';
import type { AuditAct } from '../audit/audit-line.js';
import { GatewayDatabase } from '../gateway-database.js';
import { hashPassword } from '../sign-in/password.js';

/** 96 random bits, in signs that can be read out. */
const PASSWORD_BYTES = 12;

export const newPassword = (): string => randomBytes(PASSWORD_BYTES).toString('base64url');

/** Sets passwords; a person gets to know one by being told, once. */
@Injectable()
export class Passwords {
  constructor(private readonly database: GatewayDatabase) {}

  /** A new password, and the end of every session that the old one opened. */
  async renew(account: { id: string; subdistrictId: string }, act: AuditAct, now: Instant): Promise<string> {
    const password = newPassword();
    const passwordHash = await hashPassword(password);
    const at = new Date(now);
    await this.database.forTenant(account.subdistrictId).$transaction(async (tx) => {
      // The edge forgets what it remembers of sessions by the rights' version.
      const data = { passwordHash, rightsVersion: { increment: 1 }, updatedAt: at };
      await tx.user.update({ where: { id: account.id }, data });
      const ended = { revokedAt: at, revokedFor: 'accountChanged' };
      await tx.session.updateMany({ where: { userId: account.id, revokedAt: null }, data: ended });
      await appendAudit(tx, act);
    });
    return password;
  }
}
