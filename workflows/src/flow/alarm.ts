import type { Instant } from '@hsl/contracts/instants';
import { CancellationScope, condition, isCancellation, sleep } from '@temporalio/workflow';

interface Armed {
  at: Instant;
  scope: CancellationScope;
  rang: boolean;
}

/**
 * The one timer of a workflow, always set to the nearest instant that matters. Setting it to the same instant again
 * costs nothing; a workflow that ends leaves it armed, which saves the event of cancelling it.
 */
export class Alarm {
  private armed: Armed | undefined;

  /** Resolves when `at` has come or `wake` holds, whichever is first; without `at` only `wake` counts. */
  async until(at: Instant | undefined, wake: () => boolean): Promise<void> {
    if (this.armed && this.armed.at !== at) this.disarm();
    if (at === undefined) return condition(wake);
    const armed = (this.armed ??= this.arm(at));
    await condition(() => armed.rang || wake());
    if (armed.rang) this.armed = undefined;
  }

  private arm(at: Instant): Armed {
    const armed: Armed = { at, scope: new CancellationScope(), rang: false };
    void armed.scope
      .run(() => sleep(Math.max(1, at - Date.now())))
      .then(
        () => (armed.rang = true),
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
    return armed;
  }

  private disarm(): void {
    this.armed?.scope.cancel();
    this.armed = undefined;
  }
}
