import { Logger } from '@nestjs/common';
import type { Clock } from '@hsl/platform/clock';
import type { Inbox } from './inbox.js';

const DAY_MS = 86_400_000;
/** Far longer than Kafka keeps messages (7 days); a dead letter older than this may take effect twice when replayed. */
const KEEP_DAYS = 90;
const SWEEP_EVERY_MS = 6 * 3_600_000;
/** Rounds per sweep; the next sweep goes on. */
const MOST_ROUNDS = 20;

/** Keeps the inbox from growing for ever. */
export class InboxSweep {
  private readonly logger = new Logger(InboxSweep.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly inbox: Inbox,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => void this.sweep(), SWEEP_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async sweep(): Promise<void> {
    try {
      const before = new Date(this.clock.now() - KEEP_DAYS * DAY_MS);
      for (let round = 0; round < MOST_ROUNDS; round += 1) if ((await this.inbox.forget(before)) === 0) return;
    } catch (error) {
      this.logger.warn(`inbox not swept: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
