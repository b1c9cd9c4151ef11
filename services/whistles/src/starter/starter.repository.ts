import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** What a starter reads: rows of all tenants that wait for their workflow. */
@Injectable()
export class StarterRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  findWhistlesToStart(limit: number) {
    return this.database.system.whistle.findMany({
      where: { workflowStartedAt: null },
      orderBy: { blownAt: 'asc' },
      take: limit,
    });
  }

  findFollowUpsToStart(limit: number) {
    return this.database.system.whistle.findMany({
      where: { concludedAt: { not: null }, followUpStartedAt: null },
      include: { lookBacks: { orderBy: { sequence: 'asc' } } },
      orderBy: { concludedAt: 'asc' },
      take: limit,
    });
  }

  /** Reopened by their follow-up, which has ended: their own workflow must go on. */
  findWhistlesToResume(limit: number) {
    return this.database.system.whistle.findMany({
      where: { reopenedAt: { not: null } },
      orderBy: { reopenedAt: 'asc' },
      take: limit,
    });
  }

  async findWhistle(id: string) {
    return this.database.system.whistle.findUnique({ where: { id } });
  }

  async markStarted(ids: string[], at: Date): Promise<void> {
    await this.database.system.whistle.updateMany({ where: { id: { in: ids } }, data: { workflowStartedAt: at } });
  }

  async markResumed(ids: string[]): Promise<void> {
    await this.database.system.whistle.updateMany({ where: { id: { in: ids } }, data: { reopenedAt: null } });
  }

  async markFollowUpsStarted(ids: string[], at: Date): Promise<void> {
    await this.database.system.whistle.updateMany({ where: { id: { in: ids } }, data: { followUpStartedAt: at } });
  }
}

export type WhistleToStart = Awaited<ReturnType<StarterRepository['findWhistlesToStart']>>[number];
export type FollowUpToStart = Awaited<ReturnType<StarterRepository['findFollowUpsToStart']>>[number];
