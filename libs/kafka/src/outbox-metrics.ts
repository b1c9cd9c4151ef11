import { Logger } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import type { TenantPools } from './tenant-pools.js';

interface Backlog {
  rows: number;
  lagSeconds: number;
}

const logger = new Logger('OutboxMetrics');

/** How far behind the relay is; asked of the database when somebody scrapes. */
export function registerOutboxMetrics(registry: Registry, pools: TenantPools): void {
  let measuring: Promise<Backlog | undefined> | undefined;
  /** Both gauges of a scrape share one query. */
  const backlog = (): Promise<Backlog | undefined> =>
    (measuring ??= measure(pools).finally(() => (measuring = undefined)));
  const gauge = (name: string, help: string, figure: (found: Backlog) => number): Gauge =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const found = await backlog();
        if (found) this.set(figure(found));
      },
    });
  gauge('hsl_outbox_lag_seconds', 'Age of the oldest event not yet published, 0 if none', (found) => found.lagSeconds);
  gauge('hsl_outbox_rows', 'Events not yet published', (found) => found.rows);
}

/** undefined while the database is away: the last figures stand, and the scrape shows the other metrics. */
async function measure(pools: TenantPools): Promise<Backlog | undefined> {
  try {
    const { rows } = await pools.systemPool.query<Backlog>({
      name: 'outbox_backlog',
      text: `SELECT count(*)::int AS rows,
        greatest(coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0), 0)::float8 AS "lagSeconds"
        FROM outbox_event`,
    });
    return rows[0];
  } catch (error) {
    logger.debug(`outbox not measured: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
