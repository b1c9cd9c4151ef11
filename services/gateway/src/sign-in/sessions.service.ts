import { Inject, Injectable } from '@nestjs/common';
import { toIso, type Instant } from '@hsl/contracts/instants';
import type { Me, SessionAnswer } from '@hsl/contracts/schemas/session.schema';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { randomUUID } from 'node:crypto';
import { LiveSessions } from '../edge/live-sessions.js';
import { GATEWAY_ENV, type GatewayEnv } from '../gateway-env.js';
import { hashOfSecret, newSecret } from '../secret.js';
import { AccessTokens } from '../tokens/access-tokens.service.js';
import type { Account } from '../users/account.js';
import { UserRepository } from '../users/user.repository.js';
import { SessionRepository, type NewToken } from './session.repository.js';

const HOUR_MS = 3_600_000;

/** From sign-in to sign-out. The access token lives minutes, the refresh token is exchanged for the next pair. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly users: UserRepository,
    private readonly tokens: AccessTokens,
    private readonly live: LiveSessions,
    private readonly clock: Clock,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
  ) {}

  async open(account: Account): Promise<SessionAnswer> {
    const now = this.clock.now();
    const id = randomUUID();
    const { secret, row } = this.newRefreshToken(now);
    const expiresAt = now + this.env.SESSION_DAYS * 24 * HOUR_MS;
    await this.sessions.open({ id, subdistrictId: account.subdistrictId, userId: account.id, expiresAt }, row);
    return this.answer(account, id, secret, row.expiresAt);
  }

  /**
   * The next pair of tokens, with the posts the account has now.
   * @throws ProblemError notAuthenticated; a token used before also ends the session
   */
  async refresh(refreshToken: string): Promise<SessionAnswer> {
    const now = this.clock.now();
    const use = await this.sessions.use(hashOfSecret(refreshToken), now);
    if (use.is === 'reused') this.live.forget(use.sessionId);
    if (use.is !== 'good') throw new ProblemError('notAuthenticated');
    const account = await this.users.findById(use.subdistrictId, use.userId);
    if (!account?.active) throw new ProblemError('notAuthenticated');
    const { secret, row } = this.newRefreshToken(now);
    await this.sessions.addToken({ sessionId: use.sessionId, subdistrictId: use.subdistrictId }, row);
    return this.answer(account, use.sessionId, secret, row.expiresAt);
  }

  /** Ends a session at once; other replicas notice within the cache's time. */
  async signOut(sessionId: string): Promise<void> {
    await this.sessions.revoke(sessionId, 'signedOut', this.clock.now());
    this.live.forget(sessionId);
  }

  private newRefreshToken(now: Instant): { secret: string; row: NewToken } {
    const secret = newSecret();
    const expiresAt = now + this.env.REFRESH_TOKEN_HOURS * HOUR_MS;
    return { secret, row: { hash: hashOfSecret(secret), issuedAt: now, expiresAt } };
  }

  private async answer(
    account: Account,
    sessionId: string,
    refreshToken: string,
    refreshExpiresAt: Instant,
  ): Promise<SessionAnswer> {
    const { id: userId, name, subdistrictId, posts, rightsVersion } = account;
    const claims = { userId, name, subdistrictId, posts, sessionId, rightsVersion };
    const lifeSeconds = this.env.ACCESS_TOKEN_SECONDS;
    return {
      accessToken: await this.tokens.issue(claims, lifeSeconds),
      tokenType: 'Bearer',
      expiresInSeconds: lifeSeconds,
      refreshToken,
      refreshExpiresAt: toIso(refreshExpiresAt),
      me: meOf(account),
    };
  }
}

export const meOf = ({ id, name, subdistrictId, posts }: Account): Me => ({ userId: id, name, subdistrictId, posts });
