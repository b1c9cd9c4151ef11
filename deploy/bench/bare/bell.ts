/** How long somebody waits for a step of a workflow. */
const TIMEOUT_MS = 60_000;

/** Rings when a workflow has come to a step, for whoever waits for it, before or after. */
export class Bell {
  private readonly rung = new Set<string>();
  private readonly waiting = new Map<string, () => void>();

  ring(key: string): void {
    const wake = this.waiting.get(key);
    if (wake) wake();
    else this.rung.add(key);
  }

  /** @throws Error if it does not ring in time */
  heard(key: string): Promise<void> {
    if (this.rung.delete(key)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(key);
        reject(new Error(`${key}: not within ${TIMEOUT_MS} ms`));
      }, TIMEOUT_MS);
      this.waiting.set(key, () => {
        clearTimeout(timer);
        this.waiting.delete(key);
        resolve();
      });
    });
  }
}
