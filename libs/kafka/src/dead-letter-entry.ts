import type { IHeaders, KafkaMessage } from 'kafkajs';
import { DEAD_LETTER_HEADERS } from './dead-letter.js';

/** A dead letter as it is shown and replayed. */
export interface DeadLetter {
  /** `<group>/<topic>/<partition>/<offset>` of the failure. */
  id: string;
  group: string;
  /** Where the event came from, and goes when it is replayed. */
  topic: string;
  /** Where the dead letter lies. */
  deadLetterTopic: string;
  /** Type and id of the event, where it is one. */
  type: string | undefined;
  eventId: string | undefined;
  /** Whose event it is; undefined for what is no event. */
  subdistrictId: string | undefined;
  error: string;
  stack: string;
  attempts: number;
  /** ISO 8601. */
  firstFailedAt: string;
  key: Buffer | null;
  value: Buffer;
  /** As the message had them before it failed. */
  headers: IHeaders;
}

/** Reads an entry of a dead-letter topic; undefined for one that is not ours. */
export function findDeadLetter(deadLetterTopic: string, message: KafkaMessage): DeadLetter | undefined {
  if (message.key === null || message.value === null) return undefined;
  const said = (name: keyof typeof DEAD_LETTER_HEADERS): string =>
    message.headers?.[DEAD_LETTER_HEADERS[name]]?.toString() ?? '';
  if (said('topic') === '' || said('group') === '') return undefined;
  const ours = new Set<string>(Object.values(DEAD_LETTER_HEADERS));
  const key = message.headers?.[DEAD_LETTER_HEADERS.key];
  const event = eventOf(message.value);
  return {
    id: message.key.toString(),
    group: said('group'),
    topic: said('topic'),
    deadLetterTopic,
    type: textOf(event, 'type'),
    eventId: textOf(event, 'id'),
    subdistrictId: textOf(event, 'subdistrictid'),
    error: said('error'),
    stack: said('stack'),
    attempts: Number(said('attempts')),
    firstFailedAt: said('firstFailedAt'),
    key: key === undefined ? null : Buffer.from(key.toString()),
    value: message.value,
    headers: Object.fromEntries(Object.entries(message.headers ?? {}).filter(([name]) => !ours.has(name))),
  };
}

function eventOf(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    // Malformed messages are among what lies here.
    return undefined;
  }
}

function textOf(event: unknown, name: 'type' | 'id' | 'subdistrictid'): string | undefined {
  const text = typeof event === 'object' && event !== null ? (event as Record<string, unknown>)[name] : undefined;
  return typeof text === 'string' ? text : undefined;
}
