import { forgetAnswers } from '@hsl/database/idempotent-request';
import { Clock } from '@hsl/platform/clock';
import { hasRole } from '@hsl/platform/process-roles';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { FeedbackDrafts } from './feedback-drafts.js';

const EVERY_MS = 3_600_000;
/** Longer than anybody repeats a request. */
const MEMORY_MS = 30 * 86_400_000;

/** Once an hour: drafts of refused steps, and answers to requests that nobody will repeat. Several may sweep; it does no harm. */
@Injectable()
export class LeftoverSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LeftoverSweeper.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly drafts: FeedbackDrafts,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!hasRole('worker')) return;
    this.timer = setInterval(() => void this.run(), EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One round; a failure is logged and mended by the next. */
  async run(): Promise<void> {
    try {
      const now = this.clock.now();
      const swept = await this.drafts.sweep(now);
      await forgetAnswers(this.database.systemPool, new Date(now - MEMORY_MS));
      if (swept > 0) this.logger.log(`${swept} drafts of refused feedback swept`);
    } catch (error) {
      this.logger.warn(`sweeping failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
