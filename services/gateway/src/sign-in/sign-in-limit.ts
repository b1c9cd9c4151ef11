import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@hsl/platform/problem.error';
import { GATEWAY_ENV, type GatewayEnv } from '../gateway-env.js';
import { SignInLog, type SignInTry, type WrongTries } from './sign-in-log.repository.js';

const WINDOW_MS = 15 * 60_000;

/**
 * Slows guessing: per name and address, so that nobody locks another person out, and per address. Counted in the
 * database, so that it holds across replicas and restarts.
 */
@Injectable()
export class SignInLimit {
  constructor(
    private readonly log: SignInLog,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
  ) {}

  /** @throws ProblemError rateLimited with the seconds until the next try counts */
  async refuseTooMany(attempt: SignInTry): Promise<void> {
    const since = attempt.at - WINDOW_MS;
    const { SIGN_IN_TRIES_PER_NAME: perName, SIGN_IN_TRIES_PER_ADDRESS: perAddress } = this.env;
    const [ofName, ofAddress] = await Promise.all([
      this.log.wrongOfName(attempt, since, perName),
      this.log.wrongOfAddress(attempt, since, perAddress),
    ]);
    const waitMs = Math.max(waitOf(ofName, perName, attempt), waitOf(ofAddress, perAddress, attempt));
    if (waitMs === 0) return;
    await this.log.record(attempt, 'tooManyTries');
    throw new ProblemError('rateLimited', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
  }
}

/** Milliseconds until the oldest of the last `most` wrong tries leaves the window; 0 if there were fewer. */
function waitOf({ count, oldestAt }: WrongTries, most: number, { at }: SignInTry): number {
  return count < most || oldestAt === undefined ? 0 : Math.max(1, oldestAt + WINDOW_MS - at);
}
