import { Clock } from '@hsl/platform/clock';
import { hasRole } from '@hsl/platform/process-roles';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AnswerContentRepository } from './answer-content.repository.js';

const SWEEP_EVERY_MS = 3_600_000;
/** By then the request that wrote it has long been answered. */
const DRAFT_LIFE_MS = 86_400_000;

/** Removes what members wrote with answers that were refused. Several processes may sweep; it does no harm. */
@Injectable()
export class AnswerContentSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AnswerContentSweep.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly contents: AnswerContentRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!hasRole('worker')) return;
    this.timer = setInterval(() => void this.run(), SWEEP_EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One round; a failure is logged and mended by the next. */
  async run(): Promise<void> {
    try {
      const swept = await this.contents.sweep(this.clock.now() - DRAFT_LIFE_MS);
      if (swept > 0) this.logger.log(`${swept} drafts of refused answers swept`);
    } catch (error) {
      this.logger.warn(`sweeping drafts failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
