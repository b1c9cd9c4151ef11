/** A wait that others can end early. A signal that comes while nobody waits ends the next wait. */
export class WakeSignal {
  private signalled = false;
  private wake: (() => void) | undefined;

  signal(): void {
    this.signalled = true;
    this.wake?.();
  }

  /** Ends after `timeoutMs`, or at once when signalled. */
  async wait(timeoutMs: number): Promise<void> {
    if (!this.signalled) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = undefined;
    }
    this.signalled = false;
  }
}
