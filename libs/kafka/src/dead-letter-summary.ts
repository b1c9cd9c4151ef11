import type { KafkaMessage } from 'kafkajs';
import { findDeadLetter } from './dead-letter-entry.js';

/** What one group could not handle of one topic. */
export interface DeadLetterSummary {
  /** The event's own topic, e.g. hsl.whistles. */
  topic: string;
  /** The group that failed, e.g. hsl.insight. */
  group: string;
  count: number;
  /** ISO 8601: the failure that has waited longest. */
  oldestAt: string;
  newest: { type: string | undefined; error: string; failedAt: string };
}

type Kept = Pick<DeadLetterSummary, 'topic' | 'group'> & DeadLetterSummary['newest'];

const MOST_ERROR_CHARACTERS = 200;

/**
 * Adds up dead letters as they are read, in the order of their offsets: a later entry of a key replaces the earlier one, one
 * without a value ends it. Keeps a line of each, not its event.
 */
export class DeadLetterTally {
  private readonly kept = new Map<string, Kept>();

  /** @param subdistrictId whose events count, beside what belongs to nobody because it is no event */
  constructor(private readonly subdistrictId: string) {}

  add(deadLetterTopic: string, message: KafkaMessage): void {
    const key = `${deadLetterTopic}#${message.key?.toString() ?? ''}`;
    const letter = findDeadLetter(deadLetterTopic, message);
    this.kept.delete(key);
    if (letter === undefined || (letter.subdistrictId ?? this.subdistrictId) !== this.subdistrictId) return;
    const { topic, group, type, error, firstFailedAt: failedAt } = letter;
    this.kept.set(key, { topic, group, type, failedAt, error: firstLineOf(error) });
  }

  /** Most first. */
  summaries(): DeadLetterSummary[] {
    const heaps = new Map<string, Kept[]>();
    for (const letter of this.kept.values()) {
      const place = `${letter.topic}#${letter.group}`;
      heaps.set(place, [...(heaps.get(place) ?? []), letter]);
    }
    return [...heaps.values()].map(summaryOf).toSorted((a, b) => b.count - a.count);
  }
}

function summaryOf(letters: Kept[]): DeadLetterSummary {
  const [first, ...others] = letters as [Kept, ...Kept[]];
  const newest = others.reduce((found, one) => (one.failedAt > found.failedAt ? one : found), first);
  const oldest = others.reduce((found, one) => (one.failedAt < found.failedAt ? one : found), first);
  const { topic, group, type, error, failedAt } = newest;
  return { topic, group, count: letters.length, oldestAt: oldest.failedAt, newest: { type, error, failedAt } };
}

const firstLineOf = (error: string): string => (error.split('\n')[0] ?? '').slice(0, MOST_ERROR_CHARACTERS);
