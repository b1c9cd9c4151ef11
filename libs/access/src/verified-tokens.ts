import type { Actor } from './actor.js';

/** A key that is withdrawn stops being believed this much later. */
const BELIEVED_MS = 10_000;
const MOST_KEPT = 1_000;

interface Verified {
  actor: Actor;
  /** Seconds since the epoch, from the token. */
  expiresAt: number;
  until: number;
}

/**
 * Tokens whose signature was checked a moment ago. Checking one costs more than everything else a small request does;
 * its expiry is looked at each time all the same.
 */
export class VerifiedTokens {
  private readonly kept = new Map<string, Verified>();

  find(token: string, now = Date.now()): Actor | undefined {
    const found = this.kept.get(token);
    if (!found) return undefined;
    if (now < found.until && now < found.expiresAt * 1000) return found.actor;
    this.kept.delete(token);
    return undefined;
  }

  keep(token: string, actor: Actor, expiresAt: number, now = Date.now()): void {
    const oldest = this.kept.keys().next();
    if (this.kept.size >= MOST_KEPT && !oldest.done) this.kept.delete(oldest.value);
    this.kept.set(token, { actor, expiresAt, until: now + BELIEVED_MS });
  }
}
