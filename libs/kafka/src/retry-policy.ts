import { PROBLEMS } from '@hsl/contracts/problem-codes';
import { codeOfForeignError } from '@hsl/platform/foreign-errors';
import { ProblemError } from '@hsl/platform/problem.error';

/** Repeats of a handler that throws, before its event becomes a dead letter. */
export const MOST_RETRIES = 5;
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5_000;
const SERVICE_UNAVAILABLE = 503;

/** Pause before the next attempt, in milliseconds: 100, 200, 400 … up to five seconds. */
export const backoffMs = (attempts: number): number =>
  Math.min(FIRST_BACKOFF_MS * 2 ** (attempts - 1), LONGEST_BACKOFF_MS);

/**
 * True if the event is not to blame: a database or Temporal that is away is waited for as long as it takes. Otherwise
 * every event of an outage would become a dead letter.
 */
export function isOutage(error: unknown): boolean {
  const code = error instanceof ProblemError ? error.code : codeOfForeignError(error);
  return PROBLEMS[code].status === SERVICE_UNAVAILABLE;
}

/** What a partition has been trying; `offset` is the message that failed. */
export interface Failure {
  offset: string;
  attempts: number;
  /** Attempts that count against the event. */
  strikes: number;
  /** Epoch milliseconds. */
  firstFailedAt: number;
}

/** Failures by partition; a partition tries one message at a time, so there is one entry at most for each. */
export class FailureLedger {
  private readonly failures = new Map<string, Failure>();

  /** What is known of the message; a fresh start for another one. */
  of(topic: string, partition: number, offset: string): Failure | undefined {
    const failure = this.failures.get(`${topic}/${partition}`);
    return failure?.offset === offset ? failure : undefined;
  }

  /** @param now epoch milliseconds */
  note(topic: string, partition: number, offset: string, error: unknown, now: number): Failure {
    const before = this.of(topic, partition, offset) ?? { offset, attempts: 0, strikes: 0, firstFailedAt: now };
    const strikes = before.strikes + (isOutage(error) ? 0 : 1);
    const failure = { ...before, attempts: before.attempts + 1, strikes };
    this.failures.set(`${topic}/${partition}`, failure);
    return failure;
  }

  clear(topic: string, partition: number): void {
    this.failures.delete(`${topic}/${partition}`);
  }
}
