import { describe, expect, it } from '@jest/globals';
import type { KafkaMessage } from 'kafkajs';
import { deadLetterOf } from './dead-letter.js';
import { DeadLetterTally } from './dead-letter-summary.js';

const TOPIC = 'hsl.topics.hsl.insight.dlq';
const of = (value: string, offset: string): KafkaMessage => ({
  ...{ key: Buffer.from('w-1'), value: Buffer.from(value), offset, timestamp: '0', attributes: 0, headers: {} },
});

/** A dead letter as the broker gives it back. */
function letter(offset: string, failedAt: number, { error = 'no', value = EVENT } = {}): KafkaMessage {
  const failed = { group: 'hsl.insight', topic: 'hsl.topics', partition: 0, message: of(value, offset) };
  const failure = { offset, attempts: 6, strikes: 6, firstFailedAt: failedAt };
  const written = deadLetterOf(failed, new Error(error), failure);
  const headers = Object.entries(written.headers ?? {}).map(([name, said]) => [name, Buffer.from(String(said))]);
  return { ...of(value, offset), key: Buffer.from(String(written.key)), headers: Object.fromEntries(headers) };
}

const EVENT = '{"type":"topic.proposed.v1","subdistrictid":"zx"}';
const summaries = (...messages: KafkaMessage[]) => {
  const tally = new DeadLetterTally('zx');
  for (const message of messages) tally.add(TOPIC, message);
  return tally.summaries();
};

describe('dead letters', () => {
  it('are one heap by topic and group, with the oldest and what failed last', () => {
    const found = summaries(letter('2', 2_000, { error: 'later\nmore' }), letter('1', 1_000, { error: 'earlier' }));
    expect(found).toEqual([
      {
        ...{ topic: 'hsl.topics', group: 'hsl.insight', count: 2, oldestAt: '1970-01-01T00:00:01.000Z' },
        newest: { type: 'topic.proposed.v1', error: 'Error: later', failedAt: '1970-01-01T00:00:02.000Z' },
      },
    ]);
  });

  it('that were replayed or dropped, or failed again under the same id, are not counted twice', () => {
    const gone: KafkaMessage = { ...letter('1', 1_000), value: null };
    expect(summaries(letter('1', 1_000), gone)).toEqual([]);
    expect(summaries(letter('1', 1_000), letter('1', 1_000))).toMatchObject([{ count: 1 }]);
  });

  it('of another subdistrict are not told; what is no event belongs to everybody', () => {
    expect(summaries(letter('1', 0, { value: EVENT.replace('zx', 'ys') }))).toEqual([]);
    expect(summaries(letter('1', 0, { value: 'no event' }))).toMatchObject([{ count: 1, newest: { type: undefined } }]);
  });
});
