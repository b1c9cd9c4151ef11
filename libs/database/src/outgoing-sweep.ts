import type { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import type { TenantDatabase } from './tenant-database.js';

const DAY_MS = 86_400_000;
/** The log of what was sent is kept so long. */
const KEPT_MS = 90 * DAY_MS;
/** What could not even be tried (a channel was disconnected) is no news any more. */
const STALE_MS = 3 * DAY_MS;
const BATCH = 5_000;

/** What goes out, by the name of its table, and the column that tells since when it could have. */
export interface OutgoingTable {
  table: string;
  since: 'due_at' | 'created_at';
}

const forgetSql = ({ table }: OutgoingTable): string => `DELETE FROM ${table} WHERE id IN
  (SELECT id FROM ${table} WHERE settled_at < $1 ORDER BY settled_at LIMIT ${BATCH})`;
const expireSql = ({
  table,
  since,
}: OutgoingTable): string => `UPDATE ${table} SET state = 'DEAD', reason = 'expired', settled_at = $2
  WHERE id IN (SELECT id FROM ${table} WHERE state = 'WAITING' AND ${since} < $1 LIMIT ${BATCH})`;

/** Forgets what was sent long ago, and gives up what has waited for days. Its tables have `state` and `settled_at`. */
export abstract class OutgoingSweep extends HourlySweep {
  protected constructor(
    private readonly database: Pick<TenantDatabase, 'systemPool'>,
    private readonly clock: Clock,
    private readonly tables: readonly OutgoingTable[],
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    const now = this.clock.now();
    const pool = this.database.systemPool;
    let count = 0;
    for (const table of this.tables) {
      count += (await pool.query(forgetSql(table), [new Date(now - KEPT_MS)])).rowCount ?? 0;
      count += (await pool.query(expireSql(table), [new Date(now - STALE_MS), new Date(now)])).rowCount ?? 0;
    }
    return count;
  }
}
