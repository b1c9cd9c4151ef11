import type { CloudEvent } from '@hsl/contracts/event';
import { migrateServices } from '../../local/migrations.js';
import { steady } from '../accept/load.js';
import type { Benchmark } from '../benchmark.js';
import { onBenchStack } from '../platform/bench-stack.js';
import { say } from '../progress.js';
import { blownEvent } from './blown-events.js';
import { throughBrokerAlone } from './broker-alone.js';
import { Effects } from './effects.js';
import { eventLagReport, type Timed } from './event-lag-report.js';
import { OutboxEnd } from './outbox-end.js';

const PER_SECOND = 200;
const WARM_UP_SECONDS = 3;
/** Rows of one statement when a backlog is laid. */
const CHUNK = 1_000;

/** From the commit in one service to the effect in another, and what a backlog does (P6). */
export const eventLag: Benchmark = {
  summary: 'commit to effect in another service at 200 events a second, and a backlog, against the bare broker',
  defaults: { rounds: 1, seconds: 20, count: 100_000 },
  run: ({ seconds, count }) =>
    onBenchStack({ servers: ['postgres', 'kafka'], services: ['insight'] }, async (stack) => {
      await migrateServices(stack.addresses.databaseUrl, ['whistles']);
      const effects = new Effects(stack);
      const first = new OutboxEnd(stack);
      first.start();
      const lag = await lagOf(first, effects, seconds).finally(() => first.close());
      const end = new OutboxEnd(stack);
      try {
        const events = Array.from({ length: count }, (_, index) => blownEvent(index));
        const backlog = await drain(end, effects, events);
        say(`${count} through the broker alone`);
        const alone = { events: count, seconds: await throughBrokerAlone(end.kafka, events) };
        return eventLagReport({ ...lag, backlog, alone });
      } finally {
        await end.close();
        await effects.close();
      }
    }),
};

async function lagOf(
  end: OutboxEnd,
  effects: Effects,
  seconds: number,
): Promise<{ lagsMs: number[]; eventsPerSecond: number }> {
  const committedAt = new Map<string, number>();
  const waiting = new Set<string>();
  const lags = new Map<string, number>();
  let isOver = false;
  const commitOne = async (): Promise<void> => {
    const event = blownEvent(committedAt.size);
    await end.commit([event]);
    committedAt.set(event.id, performance.now());
    waiting.add(event.id);
  };
  const watching = effects.watch(
    waiting,
    (id) => lags.set(id, performance.now() - committedAt.get(id)!),
    () => isOver,
  );
  say(`${PER_SECOND} events a second for ${seconds} s`);
  await steady(commitOne, { perSecond: PER_SECOND, seconds: WARM_UP_SECONDS });
  const warm = new Set(committedAt.keys());
  const { done, elapsedSeconds } = await steady(commitOne, { perSecond: PER_SECOND, seconds });
  isOver = true;
  await watching;
  const lagsMs = [...lags].filter(([id]) => !warm.has(id)).map(([, ms]) => ms);
  return { lagsMs, eventsPerSecond: done / elapsedSeconds };
}

/** Everything lies in the outbox before the relay starts. */
async function drain(end: OutboxEnd, effects: Effects, events: readonly CloudEvent[]): Promise<Timed> {
  say(`laying a backlog of ${events.length}`);
  for (let from = 0; from < events.length; from += CHUNK) await end.commit(events.slice(from, from + CHUNK));
  const before = await effects.count();
  say('draining it');
  const began = performance.now();
  end.start();
  await effects.reach(before + events.length);
  return { events: events.length, seconds: (performance.now() - began) / 1_000 };
}
