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
import { TenantDatabase, type TopicsDatabase } from '../database.js';

const EVERY_MS = 3_600_000;
/** Longer than anybody repeats a request. */
const MEMORY_MS = 30 * 86_400_000;

/** Once an hour, forgets answers to requests that nobody will repeat. Several may sweep; it does no harm. */
@Injectable()
export class AnswerSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AnswerSweep.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!hasRole('worker')) return;
    this.timer = setInterval(() => void this.run(), EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * One round; a failure is logged and mended by the next.
   * @returns how many were forgotten
   */
  async run(): Promise<number> {
    try {
      return await forgetAnswers(this.database.systemPool, new Date(this.clock.now() - MEMORY_MS));
    } catch (error) {
      this.logger.warn(`sweeping failed: ${error instanceof Error ? error.message : String(error)}`);
      return 0;
    }
  }
}
