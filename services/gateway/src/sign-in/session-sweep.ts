import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@hsl/platform/clock';
import { SessionRepository } from './session.repository.js';

const EVERY_MS = 3_600_000;
/** Ended sessions stay a week, so that a copied refresh token is still recognised as one. */
const KEEP_MS = 7 * 86_400_000;

/** Forgets sessions that ended long ago. Any replica may do it; doing it twice harms nothing. */
@Injectable()
export class SessionSweep implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(SessionSweep.name);
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.sweep(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async sweep(): Promise<void> {
    try {
      const count = await this.sessions.sweep(this.clock.now() - KEEP_MS);
      if (count > 0) this.logger.log(`${count} old sessions removed`);
    } catch (error) {
      this.logger.warn(`sweep failed, the next one tries again: ${String(error)}`);
    }
  }
}
