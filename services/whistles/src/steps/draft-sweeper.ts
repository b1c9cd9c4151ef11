import { Clock } from '@hsl/platform/clock';
import { hasRole } from '@hsl/platform/process-roles';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { StepContents } from './step-content.js';

const EVERY_MS = 3_600_000;

/** Once an hour, what refused steps left is removed. */
@Injectable()
export class DraftSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DraftSweeper.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly contents: StepContents,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (hasRole('worker')) this.timer = setInterval(() => void this.sweep(), EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async sweep(): Promise<void> {
    try {
      const count = await this.contents.sweep(this.clock.now());
      if (count > 0) this.logger.log(`${count} drafts of refused steps removed`);
    } catch (error) {
      this.logger.warn(`drafts could not be swept: ${String(error)}`);
    }
  }
}
