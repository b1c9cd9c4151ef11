import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { hasRole } from '@hsl/platform/process-roles';
import { StreamHub } from './stream-hub.js';

const POLL_MS = 5_000;
const NEWEST_SQL = 'SELECT id FROM notice ORDER BY id DESC LIMIT 1';

/**
 * The net under the listener: one look at the newest row of all inboxes every five seconds, while streams are open.
 * Something new wakes everybody, whether or not a notification came through.
 */
@Injectable()
export class WakePoll implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(WakePoll.name);
  private newest: string | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: TenantDatabase,
    private readonly hub: StreamHub,
  ) {}

  onModuleInit(): void {
    if (hasRole('api')) this.timer = setInterval(() => void this.look(), POLL_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Never rejects: a database that is down is looked at again in five seconds. */
  async look(): Promise<void> {
    if (this.hub.isEmpty) return;
    try {
      const { rows } = await this.database.systemPool.query<{ id: string }>(NEWEST_SQL);
      const newest = rows[0]?.id ?? '0';
      if (newest === this.newest) this.hub.wakeBehind();
      else this.hub.wakeAll();
      this.newest = newest;
    } catch (error) {
      this.newest = undefined;
      this.logger.warn(`the inboxes cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
