import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { hasRole } from './process-roles.js';

const EVERY_MS = 3_600_000;

/**
 * Something that is tidied up once an hour, in processes with the role worker. Several may sweep at once; it does no
 * harm. A failure is logged and mended by the next round.
 */
export abstract class HourlySweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;

  /** @returns how many things were done, for the log */
  protected abstract sweep(): Promise<number>;

  onApplicationBootstrap(): void {
    if (hasRole('worker')) this.timer = setInterval(() => void this.run(), EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One round. */
  async run(): Promise<number> {
    try {
      const count = await this.sweep();
      if (count > 0) this.logger.log(`${count} swept`);
      return count;
    } catch (error) {
      this.logger.warn(`sweeping failed: ${error instanceof Error ? error.message : String(error)}`);
      return 0;
    }
  }
}
