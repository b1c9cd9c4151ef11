import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';

const DAY_MS = 86_400_000;
/** The log of what was sent is kept so long. */
const KEPT_MS = 90 * DAY_MS;
/** What could not even be tried (a channel was disconnected) is no news any more. */
const STALE_MS = 3 * DAY_MS;
const BATCH = 5_000;

const FORGET_SQL = ['delivery', 'webhook_delivery'].map(
  (table) => `DELETE FROM ${table} WHERE id IN
    (SELECT id FROM ${table} WHERE settled_at < $1 ORDER BY settled_at LIMIT ${BATCH})`,
);
const EXPIRE_SQL = ['delivery', 'webhook_delivery'].map(
  (table) => `UPDATE ${table} SET state = 'DEAD', reason = 'expired', settled_at = $2
    WHERE id IN (SELECT id FROM ${table} WHERE state = 'WAITING' AND due_at < $1 LIMIT ${BATCH})`,
);

/** Forgets old deliveries, and gives up what has waited for days. */
@Injectable()
export class DeliverySweep extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    const now = this.clock.now();
    const pool = this.database.systemPool;
    let count = 0;
    for (const text of FORGET_SQL) count += (await pool.query(text, [new Date(now - KEPT_MS)])).rowCount ?? 0;
    for (const text of EXPIRE_SQL)
      count += (await pool.query(text, [new Date(now - STALE_MS), new Date(now)])).rowCount ?? 0;
    return count;
  }
}
