import type { Instant } from '@hsl/contracts/instants';

interface Bucket {
  tokens: number;
  filledAt: Instant;
}

/** Callers counted at once. Beyond that those who were quiet longest are forgotten, which favours them. */
const MOST_BUCKETS = 50_000;
const MINUTE_MS = 60_000;

/**
 * So many requests in a time for each caller, as a bucket that refills steadily: a burst up to the whole share passes,
 * then it drips. Each replica counts for itself; the limits are generous and guard the service, not a quota.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => Instant) {}

  /**
   * @param withinMs in which `most` pass; a minute if absent
   * @returns 0 if the request passes, otherwise the seconds until the next one would
   */
  take(caller: string, most: number, withinMs = MINUTE_MS): number {
    const now = this.now();
    const bucket = this.buckets.get(caller) ?? { tokens: most, filledAt: now };
    const refill = ((now - bucket.filledAt) / withinMs) * most;
    const tokens = Math.min(most, bucket.tokens + refill);
    const passes = tokens >= 1;
    // Re-inserted, so that the map's order is by last use.
    this.buckets.delete(caller);
    this.buckets.set(caller, { tokens: passes ? tokens - 1 : tokens, filledAt: now });
    const oldest = this.buckets.keys().next();
    if (this.buckets.size > MOST_BUCKETS && !oldest.done) this.buckets.delete(oldest.value);
    return passes ? 0 : Math.ceil(((1 - tokens) * withinMs) / most / 1000);
  }
}
