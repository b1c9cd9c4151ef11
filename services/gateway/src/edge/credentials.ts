import { Injectable } from '@nestjs/common';
import { TokenVerifier } from '@hsl/access/token-verifier';
import { ProblemError } from '@hsl/platform/problem.error';
import { decodeJwt } from 'jose';
import type { IncomingHttpHeaders } from 'node:http';
import { API_KEY_PREFIX } from '../api-keys/api-key-secret.js';
import { LiveKeys } from './live-keys.js';
import { LiveSessions } from './live-sessions.js';

/** Whom a request speaks for, as far as the edge must know. */
export interface Caller {
  /** What requests are counted by. */
  name: string;
  kind: 'user' | 'key';
  /** Goes to the service as bearer token. */
  token: string;
  /** Asks again whether the caller may go on; a live stream does from time to time. */
  stillStands: () => Promise<boolean>;
}

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/i;
const API_KEY = /^hsl_[A-Za-z0-9_-]{43}$/;

@Injectable()
export class Credentials {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly sessions: LiveSessions,
    private readonly keys: LiveKeys,
  ) {}

  /**
   * Undefined if the request carries no credential.
   * @throws ProblemError notAuthenticated for one that does not hold, or for two at once
   */
  async callerOf(headers: IncomingHttpHeaders): Promise<Caller | undefined> {
    const { authorization, 'x-api-key': apiKey } = headers;
    if (authorization === undefined && apiKey === undefined) return undefined;
    if (authorization !== undefined && apiKey !== undefined) throw new ProblemError('notAuthenticated');
    const secret = typeof apiKey === 'string' ? apiKey : BEARER.exec(authorization ?? '')?.[1];
    if (secret === undefined) throw new ProblemError('notAuthenticated');
    const isKey = apiKey !== undefined || secret.startsWith(API_KEY_PREFIX);
    return isKey ? this.byKey(secret) : this.byToken(secret);
  }

  private async byKey(secret: string): Promise<Caller> {
    const live = API_KEY.test(secret) ? await this.keys.find(secret) : undefined;
    if (!live) throw new ProblemError('notAuthenticated');
    const stillStands = async (): Promise<boolean> => (await this.keys.find(secret)) !== undefined;
    return { name: `key ${live.keyId}`, kind: 'key', token: live.token, stillStands };
  }

  private async byToken(token: string): Promise<Caller> {
    const { userId, sessionId, keyId } = await this.verifier.actorOf(token);
    const { rv } = decodeJwt<{ rv?: number }>(token);
    // Tokens of keys never leave the house; one that comes in from outside has been taken from somewhere.
    if (keyId !== undefined || sessionId === undefined || typeof rv !== 'number') {
      throw new ProblemError('notAuthenticated');
    }
    const stillStands = (): Promise<boolean> => this.sessions.stands(sessionId, rv);
    if (!(await stillStands())) throw new ProblemError('notAuthenticated');
    return { name: `user ${userId}`, kind: 'user', token, stillStands };
  }
}
