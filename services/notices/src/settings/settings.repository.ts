import { Injectable } from '@nestjs/common';
import { orDatabaseUnavailable } from '@hsl/database/database-down';
import { TenantDatabase } from '@hsl/database/tenant-database';
import type { ChannelChoice, NoticeSettings, PrismaClient } from '../generated/prisma/client.js';
import type { Owner } from '../inbox/inbox.repository.js';

type Kept = Pick<NoticeSettings, 'quietFrom' | 'quietTo' | 'language'>;

/** Settings of people, as each of them keeps the own. */
@Injectable()
export class SettingsRepository {
  constructor(private readonly database: TenantDatabase<PrismaClient>) {}

  find(owner: Owner): Promise<NoticeSettings | null> {
    return this.ask(owner, (client) => client.noticeSettings.findUnique({ where: { subdistrictId_userId: owner } }));
  }

  choices(owner: Owner): Promise<ChannelChoice[]> {
    return this.ask(owner, (client) =>
      client.channelChoice.findMany({ where: owner, orderBy: [{ kindGroup: 'asc' }, { channel: 'asc' }], take: 100 }),
    );
  }

  /**
   * Replaces all of it.
   * @param seen the version it was changed from; undefined: whatever it is. 0 is one that was never kept
   * @returns false if it is at another version
   */
  async save(owner: Owner, kept: Kept, choices: readonly ChannelChoice[], seen: number | undefined): Promise<boolean> {
    return this.ask(owner, (client) =>
      client.$transaction(async (tx) => {
        await tx.noticeSettings.createMany({ data: [{ ...owner, ...kept, version: 0 }], skipDuplicates: true });
        const version = seen === undefined ? undefined : seen;
        const { count } = await tx.noticeSettings.updateMany({
          where: { ...owner, version },
          data: { ...kept, version: { increment: 1 } },
        });
        if (count === 0) return false;
        await tx.channelChoice.deleteMany({ where: owner });
        await tx.channelChoice.createMany({ data: [...choices] });
        return true;
      }),
    );
  }

  private ask<T>({ subdistrictId }: Owner, work: (client: PrismaClient) => Promise<T>): Promise<T> {
    return orDatabaseUnavailable(() => work(this.database.forTenant(subdistrictId)));
  }
}
