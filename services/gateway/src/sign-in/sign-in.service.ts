import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SessionAnswer, SignIn } from '@hsl/contracts/schemas/session.schema';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { UserRepository } from '../users/user.repository.js';
import { passwordMatches, passwordOfNobody } from './password.js';
import { Sessions } from './sessions.service.js';
import { SignInLimit } from './sign-in-limit.js';
import { SignInLog } from './sign-in-log.repository.js';

@Injectable()
export class SignInService implements OnModuleInit {
  constructor(
    private readonly users: UserRepository,
    private readonly sessions: Sessions,
    private readonly limit: SignInLimit,
    private readonly log: SignInLog,
    private readonly clock: Clock,
  ) {}

  /** So that the first unknown name takes no longer than the others. */
  async onModuleInit(): Promise<void> {
    await passwordOfNobody('');
  }

  /**
   * An unknown name, a closed account and a wrong password read alike and take alike long.
   * @throws ProblemError wrongCredentials, rateLimited
   */
  async signIn({ userName, password }: SignIn, address: string): Promise<SessionAnswer> {
    const attempt = { userName: userName.toLowerCase(), address, at: this.clock.now() };
    await this.limit.refuseTooMany(attempt);
    const found = await this.users.findForSignIn(attempt.userName);
    const matches = found ? await passwordMatches(found.passwordHash, password) : await passwordOfNobody(password);
    if (!found || !matches || !found.account.active) {
      await this.log.record(attempt, 'wrongCredentials', found?.account);
      throw new ProblemError('wrongCredentials');
    }
    await this.log.record(attempt, 'signedIn', found.account);
    return this.sessions.open(found.account);
  }
}
