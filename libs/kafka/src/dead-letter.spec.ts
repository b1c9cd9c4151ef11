import { describe, expect, it } from '@jest/globals';
import type { KafkaMessage } from 'kafkajs';
import { DEAD_LETTER_HEADERS, deadLetterOf, REPLAY_HEADER } from './dead-letter.js';
import { findDeadLetter } from './dead-letter-entry.js';

const failure = { offset: '17', attempts: 6, strikes: 6, firstFailedAt: Date.UTC(2026, 2, 1) };

type Given = Partial<Pick<KafkaMessage, 'key' | 'value' | 'headers'>>;

const message = ({ headers, ...over }: Given = {}): KafkaMessage => ({
  key: Buffer.from('w-1'),
  value: Buffer.from('{"id":"e-1","type":"topic.proposed.v1"}'),
  offset: '17',
  timestamp: '0',
  attributes: 0,
  headers: headers ?? { trace: Buffer.from('abc') },
  ...over,
});

/** As it comes back from the broker. */
function throughKafka(failed: KafkaMessage, error: unknown) {
  const written = deadLetterOf(
    { group: 'hsl.insight', topic: 'hsl.topics', partition: 2, message: failed },
    error,
    failure,
  );
  const headers = Object.fromEntries(
    Object.entries(written.headers ?? {}).map(([name, value]) => [name, Buffer.from(String(value))]),
  );
  const key = Buffer.from(String(written.key));
  const value = written.value === null ? null : Buffer.from(written.value);
  return findDeadLetter('hsl.topics.hsl.insight.dlq', message({ key, value, headers }));
}

describe('a dead letter', () => {
  it('says what failed where, and keeps the message as it was', () => {
    expect(throughKafka(message(), new TypeError('no'))).toMatchObject({
      id: 'hsl.insight/hsl.topics/2/17',
      group: 'hsl.insight',
      topic: 'hsl.topics',
      type: 'topic.proposed.v1',
      eventId: 'e-1',
      error: 'TypeError: no',
      attempts: 6,
      firstFailedAt: '2026-03-01T00:00:00.000Z',
      key: Buffer.from('w-1'),
      value: message().value,
      headers: { trace: Buffer.from('abc') },
    });
  });

  it('keeps a message without key or value', () => {
    expect(throughKafka(message({ key: null, value: null }), 'thrown text')).toMatchObject({
      key: null,
      value: Buffer.alloc(0),
      type: undefined,
      error: 'thrown text',
    });
  });

  it('bounds what the error says, and tells its cause', () => {
    const error = new Error('x'.repeat(50_000), { cause: new Error('the cause') });
    const { headers } = deadLetterOf({ group: 'g', topic: 't', partition: 0, message: message() }, error, failure);
    expect(String(headers?.[DEAD_LETTER_HEADERS.error])).toHaveLength(1_000);
    expect(String(headers?.[DEAD_LETTER_HEADERS.stack]).length).toBeLessThanOrEqual(8_000);
    const short = throughKafka(message(), new Error('outer', { cause: new Error('the cause') }));
    expect(short?.stack).toContain('caused by Error: the cause');
  });

  it('does not keep for whom it was replayed: it may be replayed again', () => {
    const replayed = message({ headers: { [REPLAY_HEADER]: Buffer.from('hsl.insight') } });
    expect(throughKafka(replayed, new Error('x'))?.headers).toEqual({});
  });
});
