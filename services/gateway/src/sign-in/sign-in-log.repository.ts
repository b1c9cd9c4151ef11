import { Injectable } from '@nestjs/common';
import type { Instant } from '@hsl/contracts/instants';
import { GatewayDatabase } from '../gateway-database.js';
import { hashOfSecret } from '../secret.js';

export type SignInOutcome = 'signedIn' | 'wrongCredentials' | 'tooManyTries';

export interface SignInTry {
  userName: string;
  address: string;
  at: Instant;
}

/** The newest wrong tries since an instant: how many, and when the oldest of them was. */
export interface WrongTries {
  count: number;
  oldestAt?: Instant;
}

/** Every try to sign in. A name nobody has may be a password typed into the wrong field: only its hash is kept. */
@Injectable()
export class SignInLog {
  constructor(private readonly database: GatewayDatabase) {}

  async record(
    { userName, address, at }: SignInTry,
    outcome: SignInOutcome,
    account?: { id: string; subdistrictId: string },
  ): Promise<void> {
    await this.database.system.signIn.create({
      data: {
        subdistrictId: account?.subdistrictId ?? '*',
        userId: account?.id,
        userNameHash: hashOfSecret(userName),
        address,
        outcome,
        at: new Date(at),
      },
    });
  }

  /** Wrong tries of one name from one address. */
  wrongOfName({ userName, address }: SignInTry, since: Instant, most: number): Promise<WrongTries> {
    return this.wrong({ userNameHash: hashOfSecret(userName), address }, since, most);
  }

  /** Wrong tries of one address, whatever the name. */
  wrongOfAddress({ address }: SignInTry, since: Instant, most: number): Promise<WrongTries> {
    return this.wrong({ address }, since, most);
  }

  private async wrong(
    who: { userNameHash?: string; address: string },
    since: Instant,
    most: number,
  ): Promise<WrongTries> {
    const rows = await this.database.system.signIn.findMany({
      where: { ...who, outcome: 'wrongCredentials', at: { gt: new Date(since) } },
      orderBy: { at: 'desc' },
      select: { at: true },
      take: most,
    });
    return { count: rows.length, oldestAt: rows.at(-1)?.at.getTime() };
  }
}
