import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import { toIso } from '@hsl/contracts/instants';
import type { Failure } from './retry-policy.js';

/** A replayed event is for the group that failed; others skip it. */
export const REPLAY_HEADER = 'hsl-replay-for';

/** What a dead letter says of its failure, as headers. */
export const DEAD_LETTER_HEADERS = {
  error: 'hsl-dlq-error',
  stack: 'hsl-dlq-stack',
  attempts: 'hsl-dlq-attempts',
  firstFailedAt: 'hsl-dlq-first-failed-at',
  group: 'hsl-dlq-group',
  topic: 'hsl-dlq-topic',
  partition: 'hsl-dlq-partition',
  offset: 'hsl-dlq-offset',
  key: 'hsl-dlq-key',
} as const;

const MOST_ERROR_CHARACTERS = 1_000;
const MOST_STACK_CHARACTERS = 8_000;

export interface FailedMessage {
  group: string;
  topic: string;
  partition: number;
  message: KafkaMessage;
}

/** Names a dead letter for people: which group failed at which message. */
export const deadLetterIdOf = ({ group, topic, partition, message }: FailedMessage): string =>
  `${group}/${topic}/${partition}/${message.offset}`;

/** The message as it was, with what went wrong in its headers. */
export function deadLetterOf(failed: FailedMessage, error: unknown, failure: Failure): Message {
  const { group, topic, partition, message } = failed;
  const { [REPLAY_HEADER]: _replayedBefore, ...headers } = message.headers ?? {};
  const said: IHeaders = {
    [DEAD_LETTER_HEADERS.error]: errorText(error).slice(0, MOST_ERROR_CHARACTERS),
    [DEAD_LETTER_HEADERS.stack]: stackText(error).slice(0, MOST_STACK_CHARACTERS),
    [DEAD_LETTER_HEADERS.attempts]: String(failure.attempts),
    [DEAD_LETTER_HEADERS.firstFailedAt]: toIso(failure.firstFailedAt),
    [DEAD_LETTER_HEADERS.group]: group,
    [DEAD_LETTER_HEADERS.topic]: topic,
    [DEAD_LETTER_HEADERS.partition]: String(partition),
    [DEAD_LETTER_HEADERS.offset]: message.offset,
    ...(message.key === null ? {} : { [DEAD_LETTER_HEADERS.key]: message.key }),
  };
  // No value at all would take the entry away again.
  return { key: deadLetterIdOf(failed), value: message.value ?? '', headers: { ...headers, ...said } };
}

const errorText = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

function stackText(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack ?? error.cause.message}` : '';
  return `${error.stack ?? ''}${cause}`;
}
