import { readFileSync } from 'node:fs';
import type { Account } from './account.js';
import { ApiClient } from './api-client.js';
import { SUBDISTRICT } from './cases.js';

const lastPart = (id: string): string => id.slice(id.lastIndexOf('-') + 1).toLowerCase();

/** Who plays which part: the names of the seeded accounts, by what they are responsible for. */
export const PARTS = {
  worker: (communityId: string): string => `${SUBDISTRICT}-worker-${communityId.slice(-2)}`,
  member: (memberId: string): string => `${SUBDISTRICT}-member-${memberId.slice(-2)}`,
  handler: (departmentId: string): string => `${SUBDISTRICT}-handler-${lastPart(departmentId)}`,
  /** Of the communities 01 to 05. */
  liaison: `${SUBDISTRICT}-liaison1`,
  /** Asks the residents: somebody who did not handle the matter. */
  revisitor: `${SUBDISTRICT}-liaison2`,
  leader: `${SUBDISTRICT}-deputyleader1`,
} as const;

/** Everybody of the demo's subdistrict, signed in when first needed. */
export class People {
  private readonly clients = new Map<string, ApiClient>();

  private constructor(
    private readonly gatewayUrl: string,
    private readonly accounts: ReadonlyMap<string, Account>,
  ) {}

  /** @throws Error if the file is missing: then the platform runs without demo accounts */
  static fromFile(gatewayUrl: string, accountsFile: string): People {
    const lines = JSON.parse(readFileSync(accountsFile, 'utf8')) as Account[];
    return new People(gatewayUrl, new Map(lines.map((account) => [account.userName, account])));
  }

  /** @throws Error for an account the seed did not make */
  as(userName: string): ApiClient {
    const known = this.clients.get(userName);
    if (known) return known;
    const account = this.accounts.get(userName);
    if (!account) throw new Error(`没有演示账号 ${userName}`);
    const client = new ApiClient(this.gatewayUrl, account);
    this.clients.set(userName, client);
    return client;
  }

  findName(userId: string): string | undefined {
    return this.accounts.get(userId)?.name;
  }
}
