import { describe, expect, it } from '@jest/globals';
import type { KafkaMessage } from 'kafkajs';
import { Registry } from 'prom-client';
import { ProblemError } from '@hsl/platform/problem.error';
import { ConsumerMetrics } from './consumer-metrics.js';
import type { DeadLetterWriter } from './dead-letter-writer.js';
import { MalformedEvent, type EventDispatcher } from './event-dispatcher.js';
import { MessageHandling, type Verdict } from './message-handling.js';

const message = (offset: string): KafkaMessage => ({
  key: null,
  value: null,
  offset,
  timestamp: '0',
  attributes: 0,
  headers: {},
});

/** A handling whose handler throws the given errors one after the other, then succeeds. */
function given(errors: Error[], kafkaTakesDeadLetters = true) {
  const left = [...errors];
  const buried: unknown[] = [];
  const dispatcher = {
    dispatch: () => {
      const error = left.shift();
      return error ? Promise.reject(error) : Promise.resolve({ outcome: 'handled' });
    },
  } as unknown as EventDispatcher;
  const deadLetters = {
    write: (_failed: unknown, error: unknown) => {
      if (kafkaTakesDeadLetters) buried.push(error);
      return Promise.resolve(kafkaTakesDeadLetters);
    },
  } as unknown as DeadLetterWriter;
  const metrics = new ConsumerMetrics(new Registry());
  return { buried, handling: new MessageHandling({ group: 'g', dispatcher, deadLetters, metrics, now: () => 0 }) };
}

/** Handles the same message until the partition may move on, as the consumer does. */
async function untilDone(handling: MessageHandling, most = 30): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  while (verdicts.length < most && !verdicts.at(-1)?.done) verdicts.push(await handling.handle('t', 0, message('1')));
  return verdicts;
}

const bug = (): Error => new Error('bug');

describe('a message', () => {
  it('whose handler succeeds lets the partition move on', async () => {
    expect(await untilDone(given([]).handling)).toEqual([{ done: true }]);
  });

  it('that fails once is tried again on the spot', async () => {
    const { handling, buried } = given([bug()]);
    expect(await untilDone(handling)).toEqual([{ done: true }]);
    expect(buried).toEqual([]);
  });

  it('that goes on failing is left alone longer and longer, then buried with its last error', async () => {
    const errors = Array.from({ length: 6 }, (_, n) => new Error(`failure ${n + 1}`));
    const { handling, buried } = given(errors);
    const pauses = [200, 400, 800, 1_600].map((againInMs) => ({ done: false, againInMs }));
    expect(await untilDone(handling)).toEqual([...pauses, { done: true }]);
    expect(buried).toEqual([errors.at(-1)]);
  });

  it('that is malformed is buried at once', async () => {
    const { handling, buried } = given([new MalformedEvent('no event')]);
    expect(await untilDone(handling)).toEqual([{ done: true }]);
    expect(buried).toHaveLength(1);
  });

  it('is never buried for an outage, however long', async () => {
    const { handling, buried } = given(Array.from({ length: 20 }, () => new ProblemError('databaseUnavailable')));
    const verdicts = await untilDone(handling);
    expect(verdicts.at(-1)).toEqual({ done: true });
    expect(verdicts.at(-2)).toEqual({ done: false, againInMs: 5_000 });
    expect(buried).toEqual([]);
  });

  it('stays where it is when Kafka does not take the dead letter', async () => {
    const { handling, buried } = given(Array.from({ length: 20 }, bug), false);
    const verdicts = await untilDone(handling, 10);
    expect(verdicts.every(({ done }) => !done)).toBe(true);
    expect(buried).toEqual([]);
  });

  it('starts afresh after the one before was buried', async () => {
    const { handling, buried } = given(Array.from({ length: 7 }, bug));
    await untilDone(handling);
    expect(await handling.handle('t', 0, message('2'))).toEqual({ done: true });
    expect(buried).toHaveLength(1);
  });
});
