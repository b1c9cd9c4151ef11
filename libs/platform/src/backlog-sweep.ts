import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { hasRole } from './process-roles.js';
import { WakeSignal } from './wake-signal.js';

export interface SweepPace {
  /** Between two looks while nothing waits. */
  everyMs: number;
  /** A failure is followed by a pause that doubles up to this. */
  longestPauseMs: number;
}

/**
 * Works off what waits in a table, batch by batch, in processes with the role worker: looks now and then, at once when
 * kicked, and goes on without a pause while there is more. A failure delays and never loses: what waits stays where it
 * is. Several processes may sweep at once; doing a thing twice must do no harm.
 */
export abstract class BacklogSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected readonly logger = new Logger(this.constructor.name);
  private readonly news = new WakeSignal();
  private readonly stopSignal = new WakeSignal();
  private loop: Promise<void> | undefined;
  private stopping = false;

  protected constructor(private readonly pace: SweepPace) {}

  /** One batch. @returns whether more may wait */
  protected abstract step(): Promise<boolean>;

  onApplicationBootstrap(): void {
    if (hasRole('worker')) this.loop = this.run();
  }

  /** Lets the batch in hand end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.news.signal();
    this.stopSignal.signal();
    await this.loop;
  }

  /** Something was committed that waits. Costs nothing where nobody sweeps. */
  kick(): void {
    this.news.signal();
  }

  private async run(): Promise<void> {
    const { everyMs, longestPauseMs } = this.pace;
    let pauseMs = everyMs;
    while (!this.stopping) {
      try {
        const isMore = await this.step();
        pauseMs = everyMs;
        if (!isMore) await this.news.wait(everyMs);
      } catch (error) {
        this.logger.warn(`failed, again in ${pauseMs} ms: ${String(error)}`);
        // Not ended by a kick: every commit would try a server that is away.
        await this.stopSignal.wait(pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }
}
