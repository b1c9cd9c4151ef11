import type { Instant } from '@hsl/contracts/instants';

interface Entry<V> {
  value: Promise<V>;
  until: Instant;
}

/** Remembers answers for a short time; who asks while an answer is under way waits for the same one. Bounded. */
export class ExpiringCache<V> {
  private readonly entries = new Map<string, Entry<V>>();

  /**
   * @param lifeMs how long an answer is believed
   * @param most entries kept; the oldest goes first
   */
  constructor(
    private readonly lifeMs: number,
    private readonly most: number,
    private readonly now: () => Instant,
  ) {}

  get(key: string, load: () => Promise<V>): Promise<V> {
    const found = this.entries.get(key);
    if (found && found.until > this.now()) return found.value;
    const value = load();
    this.entries.delete(key);
    const oldest = this.entries.keys().next();
    if (this.entries.size >= this.most && !oldest.done) this.entries.delete(oldest.value);
    const entry = { value, until: this.now() + this.lifeMs };
    this.entries.set(key, entry);
    // A failure is not an answer to be remembered.
    value.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    return value;
  }

  forget(key: string): void {
    this.entries.delete(key);
  }
}
