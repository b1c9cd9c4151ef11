import { Inject, Injectable, Logger } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { MetricsRegistry } from '@hsl/platform/metrics-registry';

type Way = 'email' | 'sms' | 'webhook';
type DeliveryOutcome = 'sent' | 'retried' | 'dead';

interface Backlog {
  channel: string;
  rows: number;
  lagSeconds: number;
}

const BACKLOG_SQL = `
  SELECT channel, count(*)::int AS rows,
    greatest(coalesce(extract(epoch FROM clock_timestamp() - min(due_at)), 0), 0)::float8 AS "lagSeconds"
  FROM (SELECT channel, due_at FROM delivery WHERE state = 'WAITING'
    UNION ALL SELECT 'webhook', due_at FROM webhook_delivery WHERE state = 'WAITING') AS waiting
  GROUP BY channel`;

/** What became of deliveries of this process, and how far behind all of them are. */
@Injectable()
export class DeliveryMetrics {
  private readonly logger = new Logger(DeliveryMetrics.name);
  private readonly outcomes: Counter;
  private measuring: Promise<Backlog[]> | undefined;

  constructor(
    metrics: MetricsRegistry,
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
  ) {
    const registers = [metrics.registry];
    this.outcomes = new Counter({
      name: 'hsl_deliveries_total',
      help: 'Tries to tell somebody outside the portal, by what became of them',
      labelNames: ['channel', 'outcome'],
      registers,
    });
    this.gauge('hsl_deliveries_waiting', 'Deliveries not yet sent', registers, ({ rows }) => rows);
    this.gauge('hsl_delivery_lag_seconds', 'How long the oldest is overdue, 0 if none', registers, (found) => {
      return found.lagSeconds;
    });
  }

  count(channel: Way, outcome: DeliveryOutcome, deliveries: number): void {
    if (deliveries > 0) this.outcomes.inc({ channel, outcome }, deliveries);
  }

  private gauge(
    name: string,
    help: string,
    registers: MetricsRegistry['registry'][],
    figure: (found: Backlog) => number,
  ): void {
    const backlog = (): Promise<Backlog[]> =>
      (this.measuring ??= this.measure().finally(() => (this.measuring = undefined)));
    new Gauge({
      ...{ name, help, labelNames: ['channel'], registers },
      async collect() {
        const found = await backlog();
        this.reset();
        for (const one of found) this.set({ channel: one.channel }, figure(one));
      },
    });
  }

  /** Nothing while the database is away: the scrape shows the other metrics. */
  private async measure(): Promise<Backlog[]> {
    try {
      return (await this.database.systemPool.query<Backlog>(BACKLOG_SQL)).rows;
    } catch (error) {
      this.logger.debug(`deliveries not measured: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  }
}
