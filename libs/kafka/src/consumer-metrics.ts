import { isEventType } from '@hsl/contracts/events/event-types';
import { Counter, Histogram, type Registry } from 'prom-client';

/** handled: took effect (or had before); skipped: no handler here; notForUs: replayed for another group. */
export type EventOutcome = 'handled' | 'skipped' | 'notForUs' | 'retried' | 'deadLettered';

/** What became of the events of this process. */
export class ConsumerMetrics {
  private readonly outcomes: Counter;
  private readonly delays: Histogram;

  constructor(registry: Registry) {
    this.outcomes = new Counter({
      name: 'hsl_events_total',
      help: 'Events by what became of them',
      labelNames: ['topic', 'type', 'outcome'],
      registers: [registry],
    });
    this.delays = new Histogram({
      name: 'hsl_event_delay_seconds',
      help: 'Time from the decision to its effect here',
      labelNames: ['topic'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30, 300],
      registers: [registry],
    });
  }

  /** @param type of the event; one that nobody knows counts as `unknown`, a label must not grow without end */
  count(topic: string, type: string | undefined, outcome: EventOutcome): void {
    this.outcomes.inc({ topic, type: type !== undefined && isEventType(type) ? type : 'unknown', outcome });
  }

  delay(topic: string, seconds: number): void {
    this.delays.observe({ topic }, Math.max(0, seconds));
  }
}
