import { Injectable } from '@nestjs/common';
import type { Instant } from '@hsl/contracts/instants';
import { GatewayDatabase } from '../gateway-database.js';

export type RevokedFor = 'signedOut' | 'tokenReused';

/** What the edge must know of a session before it lets a token through. */
export interface SessionState {
  /** Neither revoked nor past its end, and the account is active. */
  live: boolean;
  rightsVersion: number;
}

export interface NewToken {
  hash: string;
  issuedAt: Instant;
  expiresAt: Instant;
}

/** What became of a refresh token that was presented. */
export type TokenUse =
  | { is: 'good'; sessionId: string; userId: string; subdistrictId: string }
  | { is: 'reused'; sessionId: string }
  | { is: 'unknown' };

@Injectable()
export class SessionRepository {
  constructor(private readonly database: GatewayDatabase) {}

  async open(
    session: { id: string; subdistrictId: string; userId: string; expiresAt: Instant },
    token: NewToken,
  ): Promise<void> {
    const { id, subdistrictId, userId, expiresAt } = session;
    await this.database.forTenant(subdistrictId).session.create({
      data: {
        id,
        subdistrictId,
        userId,
        createdAt: new Date(token.issuedAt),
        expiresAt: new Date(expiresAt),
        refreshTokens: { create: { ...tokenRow(token), subdistrictId } },
      },
    });
  }

  /**
   * Uses a refresh token up. Whoever comes second with it ends the whole session: one of the two had a copy. The session is
   * read before, so that the first of two at once is not refused for what the second does.
   */
  async use(hash: string, now: Instant): Promise<TokenUse> {
    const database = this.database.system;
    const at = new Date(now);
    const token = await database.refreshToken.findUnique({ where: { hash }, include: { session: true } });
    if (!token) return { is: 'unknown' };
    const { id, userId, subdistrictId, revokedAt, expiresAt } = token.session;
    const { count } = await database.refreshToken.updateMany({
      where: { hash, usedAt: null, expiresAt: { gt: at } },
      data: { usedAt: at },
    });
    const isPast = token.usedAt === null && token.expiresAt <= at;
    if (count === 0 && !isPast) {
      await this.revoke(id, 'tokenReused', now);
      return { is: 'reused', sessionId: id };
    }
    const isGood = count === 1 && revokedAt === null && expiresAt > at;
    return isGood ? { is: 'good', sessionId: id, userId, subdistrictId } : { is: 'unknown' };
  }

  async addToken(session: { sessionId: string; subdistrictId: string }, token: NewToken): Promise<void> {
    await this.database.forTenant(session.subdistrictId).refreshToken.create({
      data: { ...tokenRow(token), ...session },
    });
  }

  async revoke(sessionId: string, revokedFor: RevokedFor, now: Instant): Promise<void> {
    await this.database.system.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: new Date(now), revokedFor },
    });
  }

  async findState(sessionId: string, now: Instant): Promise<SessionState | undefined> {
    const row = await this.database.system.session.findUnique({
      where: { id: sessionId },
      select: { revokedAt: true, expiresAt: true, user: { select: { active: true, rightsVersion: true } } },
    });
    if (!row) return undefined;
    const live = row.revokedAt === null && row.expiresAt.getTime() > now && row.user.active;
    return { live, rightsVersion: row.user.rightsVersion };
  }

  /** Removes sessions that ended before the instant, with their tokens. */
  async sweep(before: Instant): Promise<number> {
    const { count } = await this.database.system.session.deleteMany({ where: { expiresAt: { lt: new Date(before) } } });
    return count;
  }
}

const tokenRow = ({ hash, issuedAt, expiresAt }: NewToken): { hash: string; issuedAt: Date; expiresAt: Date } => ({
  hash,
  issuedAt: new Date(issuedAt),
  expiresAt: new Date(expiresAt),
});
