import { Injectable } from '@nestjs/common';
import { orDatabaseUnavailable } from '@hsl/database/database-down';
import { beyond } from '@hsl/database/list-position';
import { TenantDatabase } from '@hsl/database/tenant-database';
import type { Prisma, PrismaClient, Webhook } from '../generated/prisma/client.js';

export type WebhookRow = Webhook;

/** Where a list goes on: after the last one shown. */
export interface WebhookCursor {
  createdAt: string;
  id: string;
}

/** Receivers as they are kept. */
@Injectable()
export class WebhookRepository {
  constructor(private readonly database: TenantDatabase<PrismaClient>) {}

  create(row: Prisma.WebhookCreateInput): Promise<WebhookRow> {
    return this.ask(row.subdistrictId, (client) => client.webhook.create({ data: row }));
  }

  async find(subdistrictId: string, id: string): Promise<WebhookRow | undefined> {
    return (await this.ask(subdistrictId, (client) => client.webhook.findUnique({ where: { id } }))) ?? undefined;
  }

  count(subdistrictId: string): Promise<number> {
    return this.ask(subdistrictId, (client) => client.webhook.count());
  }

  /** The newest first, at most `take`. @param createdBy only this caller's; all if undefined */
  page(
    subdistrictId: string,
    createdBy: string | undefined,
    take: number,
    after?: WebhookCursor,
  ): Promise<WebhookRow[]> {
    return this.ask(subdistrictId, (client) =>
      client.webhook.findMany({
        where: { subdistrictId, createdBy, ...beyond('createdAt', after) },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take,
      }),
    );
  }

  /** @returns false if it is gone, or at another version than `seen` */
  async change(
    { subdistrictId, id }: Pick<WebhookRow, 'subdistrictId' | 'id'>,
    data: Prisma.WebhookUpdateManyMutationInput,
    seen: number | undefined,
  ): Promise<boolean> {
    const { count } = await this.ask(subdistrictId, (client) =>
      client.webhook.updateMany({ where: { id, version: seen }, data: { ...data, version: { increment: 1 } } }),
    );
    return count === 1;
  }

  /** With its log. */
  async remove(subdistrictId: string, id: string): Promise<void> {
    await this.ask(subdistrictId, (client) => client.webhook.deleteMany({ where: { id } }));
  }

  private ask<T>(subdistrictId: string, work: (client: PrismaClient) => Promise<T>): Promise<T> {
    return orDatabaseUnavailable(() => work(this.database.forTenant(subdistrictId)));
  }
}
