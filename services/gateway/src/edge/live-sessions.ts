import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@hsl/platform/clock';
import { GATEWAY_ENV, type GatewayEnv } from '../gateway-env.js';
import { SessionRepository, type SessionState } from '../sign-in/session.repository.js';
import { ExpiringCache } from './expiring-cache.js';

const MOST_SESSIONS = 20_000;

/** Whether the session behind a token still stands, so that stale rights end within a minute and not with the token. */
@Injectable()
export class LiveSessions {
  private readonly states: ExpiringCache<SessionState | undefined>;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    @Inject(GATEWAY_ENV) env: GatewayEnv,
  ) {
    this.states = new ExpiringCache(env.CREDENTIAL_CACHE_SECONDS * 1000, MOST_SESSIONS, () => clock.now());
  }

  /** @param rightsVersion the version of the rights that the token was issued with */
  async stands(sessionId: string, rightsVersion: number): Promise<boolean> {
    let state = await this.state(sessionId);
    if (state && state.rightsVersion < rightsVersion) {
      // The token is newer than what is remembered: the rights changed meanwhile.
      this.forget(sessionId);
      state = await this.state(sessionId);
    }
    return state !== undefined && state.live && state.rightsVersion === rightsVersion;
  }

  forget(sessionId: string): void {
    this.states.forget(sessionId);
  }

  private state(sessionId: string): Promise<SessionState | undefined> {
    return this.states.get(sessionId, () => this.sessions.findState(sessionId, this.clock.now()));
  }
}
