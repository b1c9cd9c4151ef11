import { Injectable } from '@nestjs/common';
import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import { orDatabaseUnavailable } from '@hsl/database/database-down';
import { TenantDatabase } from '@hsl/database/tenant-database';
import type { ContactAddress, PrismaClient } from '../generated/prisma/client.js';
import type { Owner } from '../inbox/inbox.repository.js';

const keyOf = (owner: Owner, channel: NoticeChannel) => ({ subdistrictId_userId_channel: { ...owner, channel } });

/** Where people are reached: sealed, and read by nobody but the sender and its owner. */
@Injectable()
export class AddressRepository {
  constructor(private readonly database: TenantDatabase<PrismaClient>) {}

  of(owner: Owner): Promise<ContactAddress[]> {
    return this.ask(owner, (client) => client.contactAddress.findMany({ where: owner, take: 10 }));
  }

  async find(owner: Owner, channel: NoticeChannel): Promise<ContactAddress | undefined> {
    const found = await this.ask(owner, (client) => client.contactAddress.findUnique({ where: keyOf(owner, channel) }));
    return found ?? undefined;
  }

  /**
   * Keeps a new address, unconfirmed, unless a code was sent after `notSince`: of two requests at once one goes through.
   * @returns whether it was kept
   */
  async put(row: Omit<ContactAddress, 'confirmedAt' | 'codeTries'>, notSince: Date): Promise<boolean> {
    const { subdistrictId, userId, channel } = row;
    const owner = { subdistrictId, userId };
    const fresh = { ...row, confirmedAt: null, codeTries: 0 };
    return this.ask(owner, async (client) => {
      const made = await client.contactAddress.createMany({ data: [fresh], skipDuplicates: true });
      if (made.count === 1) return true;
      const where = { ...owner, channel, codeSentAt: { lt: notSince } };
      return (await client.contactAddress.updateMany({ where, data: fresh })).count === 1;
    });
  }

  /** Counts the try; false if there was none left. Done before the code is compared, so that nobody guesses at once. */
  async countTry(owner: Owner, channel: NoticeChannel, most: number): Promise<boolean> {
    const where = { ...owner, channel, codeTries: { lt: most } };
    const data = { codeTries: { increment: 1 } };
    return (await this.ask(owner, (client) => client.contactAddress.updateMany({ where, data }))).count === 1;
  }

  async confirm({ subdistrictId, userId, channel, codeHash }: ContactAddress, at: Date): Promise<void> {
    const where = { subdistrictId, userId, channel, codeHash };
    await this.ask({ subdistrictId, userId }, (client) =>
      client.contactAddress.updateMany({ where, data: { confirmedAt: at } }),
    );
  }

  async remove(owner: Owner, channel: NoticeChannel): Promise<void> {
    await this.ask(owner, (client) => client.contactAddress.deleteMany({ where: { ...owner, channel } }));
  }

  private ask<T>({ subdistrictId }: Owner, work: (client: PrismaClient) => Promise<T>): Promise<T> {
    return orDatabaseUnavailable(() => work(this.database.forTenant(subdistrictId)));
  }
}
