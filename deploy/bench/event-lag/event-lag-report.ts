import { percentile, rounded } from '../statistics.js';

export interface EventLagFigures {
  /** From commit here to effect there, milliseconds, one per event. */
  lagsMs: readonly number[];
  /** Events per second that were really committed meanwhile. */
  eventsPerSecond: number;
  /** A backlog in the outbox, until its last effect. */
  backlog: Timed;
  /** The same messages through the broker and nothing else. */
  alone: Timed;
}

export interface Timed {
  events: number;
  seconds: number;
}

const rate = ({ events, seconds }: Timed): number => events / seconds;

/** How late an event takes effect in another service, and how fast a backlog drains beside the bare broker (P6). */
export const eventLagReport = ({ lagsMs, eventsPerSecond, backlog, alone }: EventLagFigures) => ({
  events: lagsMs.length,
  eventsPerSecond: rounded(eventsPerSecond, 1),
  lagP50Ms: rounded(percentile(lagsMs, 50), 1),
  lagP99Ms: rounded(percentile(lagsMs, 99), 1),
  backlog: backlog.events,
  drainedPerSecond: rounded(rate(backlog), 0),
  alonePerSecond: rounded(rate(alone), 0),
  ofAlone: rounded(rate(backlog) / rate(alone), 3),
  baseline: 'kafkajs producing the same messages in the same batches, and then consuming them, without database',
});
