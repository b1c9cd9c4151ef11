import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { KafkaMessage } from 'kafkajs';
import { Registry } from 'prom-client';
import type { CloudEvent } from '@hsl/contracts/event';
import { ProblemError } from '@hsl/platform/problem.error';
import { ConsumerMetrics } from './consumer-metrics.js';
import { REPLAY_HEADER } from './dead-letter.js';
import type { TakeEvents } from './event-batches.js';
import type { Verdict } from './message-handling.js';
import { PartitionHandling } from './partition-handling.js';

/** Offsets 0, 1, 2 …; each text is the type of an event, and its id with the offset; no text is no event. */
const messages = (...types: string[]): KafkaMessage[] =>
  types.map((type, offset) => {
    const said = { specversion: '1.0', id: `${type}${offset}`, source: 's', type, subject: 'x', subdistrictid: 'zx' };
    const event = { ...said, time: '2026-03-01T00:00:00.000Z', sequence: offset, data: {} };
    const value = Buffer.from(type === '' ? '{' : JSON.stringify(event));
    return { key: null, value, offset: String(offset), timestamp: '0', attributes: 0, headers: {} };
  });

/** `a` is taken by one, `b` by two, `alone` by none that takes many; of other types nobody wants to know. */
function given(fails: (ids: readonly string[]) => Error | undefined = () => undefined) {
  const taken: string[] = [];
  const taker = (name: string): TakeEvents => {
    return (events: readonly CloudEvent[]) => {
      const ids = events.map(({ id }) => id);
      const error = fails(ids);
      taken.push(`${error ? '!' : ''}${name}: ${ids.join(' ')}`);
      return error ? Promise.reject(error) : Promise.resolve();
    };
  };
  const [first, second] = [taker('1'), taker('2')];
  const takers: Record<string, TakeEvents[] | undefined> = { a: [first], b: [first, second], alone: undefined };
  const single = {
    verdicts: [] as Verdict[],
    handle: (_topic: string, _partition: number, { offset }: KafkaMessage): Promise<Verdict> => {
      taken.push(`alone: ${offset}`);
      return Promise.resolve(single.verdicts.shift() ?? { done: true });
    },
  };
  const metrics = new ConsumerMetrics(new Registry());
  const takersOf = (type: string) => (type in takers ? takers[type] : []);
  const handling = new PartitionHandling({ group: 'g', takersOf, single, metrics, now: () => 0 });
  /** All messages to their end, as the consumer does. */
  const toEnd = async (all: KafkaMessage[]): Promise<string[]> => {
    for (let at = 0; at < all.length;) {
      const step = await handling.handle('t', 0, all, at);
      if (step.done) at += step.count;
    }
    return taken;
  };
  return { handling, single, taken, toEnd };
}

beforeAll(() => Logger.overrideLogger(false));

describe('messages of a partition', () => {
  it('go at once, each to those who take its type, and skipped ones with them', async () => {
    expect(await given().toEnd(messages('a', 'b', 'unknown', 'a'))).toEqual(['1: a0 b1 a3', '2: b1']);
  });

  it('go alone where a handler takes no more than one, or where there is no other', async () => {
    const all = messages('a', 'a', 'alone', 'a', 'alone', '');
    expect(await given().toEnd(all)).toEqual(['1: a0 a1', 'alone: 2', 'alone: 3', 'alone: 4', 'alone: 5']);
  });

  it('go alone when they were replayed for another group, and at once when for this one', async () => {
    const all = messages('a', 'a', 'a', 'a');
    all[0]!.headers = { [REPLAY_HEADER]: 'g' };
    all[2]!.headers = { [REPLAY_HEADER]: 'other' };
    expect(await given().toEnd(all)).toEqual(['1: a0 a1', 'alone: 2', 'alone: 3']);
  });

  it('go one by one after they failed at once, and the ones after them at once again', async () => {
    const { toEnd, handling, taken } = given((ids) => (ids.includes('a1') ? new Error('poison') : undefined));
    const all = messages('a', 'a', 'a', 'alone', 'a', 'a');
    expect(await toEnd(all)).toEqual(['!1: a0 a1 a2', 'alone: 0', 'alone: 1', 'alone: 2', 'alone: 3', '1: a4 a5']);
    taken.length = 0;
    await handling.handle('t', 1, all, 1);
    expect(taken).toEqual(['!1: a1 a2', 'alone: 1']);
  });

  it('stay where they are while the first of them does', async () => {
    const { handling, single } = given(() => new Error('poison'));
    single.verdicts = [{ done: false, againInMs: 200 }];
    expect(await handling.handle('t', 0, messages('a', 'a'), 0)).toEqual({ done: false, againInMs: 200 });
  });

  it('go at once again after something was away', async () => {
    let isAway = true;
    const { toEnd, single } = given(() => (isAway ? new ProblemError('databaseUnavailable') : undefined));
    const { handle } = single;
    single.handle = (...message) => {
      isAway = false;
      return handle(...message);
    };
    single.verdicts = [{ done: false, againInMs: 200 }];
    expect(await toEnd(messages('a', 'a', 'a'))).toEqual(['!1: a0 a1 a2', 'alone: 0', '1: a0 a1 a2']);
  });
});
