import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

const DAY_MS = 86_400_000;
/** The log of what was sent is kept so long. */
const KEPT_MS = 90 * DAY_MS;
/** What could not even be tried (texts were switched off) is no news any more. */
const STALE_MS = 3 * DAY_MS;
const BATCH = 5_000;

const FORGET = `DELETE FROM sender_text WHERE id IN
  (SELECT id FROM sender_text WHERE settled_at < $1 ORDER BY settled_at LIMIT ${BATCH})`;
const EXPIRE = `UPDATE sender_text SET state = 'DEAD', reason = 'expired', settled_at = $2
  WHERE id IN (SELECT id FROM sender_text WHERE state = 'WAITING' AND created_at < $1 LIMIT ${BATCH})`;

/** Forgets old texts, and gives up what has waited for days. */
@Injectable()
export class SenderTextSweep extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    const now = this.clock.now();
    const pool = this.database.systemPool;
    const forgotten = await pool.query(FORGET, [new Date(now - KEPT_MS)]);
    const expired = await pool.query(EXPIRE, [new Date(now - STALE_MS), new Date(now)]);
    return (forgotten.rowCount ?? 0) + (expired.rowCount ?? 0);
  }
}
