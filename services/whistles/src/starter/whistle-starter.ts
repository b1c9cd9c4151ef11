import { Clock } from '@hsl/platform/clock';
import { hasRole } from '@hsl/platform/process-roles';
import { orUnavailable } from '@hsl/temporal/temporal-unavailable';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { StarterRepository, type WhistleToStart } from './starter.repository.js';
import { WorkflowLauncher } from './workflow-launcher.js';

const BATCH = 50;
const SWEEP_MS = 1_000;
const LAST_BACKOFF_MS = 15_000;

/**
 * Brings every stored whistle to its workflow, and every concluded one to its follow-up: kicked after a commit, and by
 * a sweep for what a crash or an outage of Temporal left. An outage delays a whistle and never loses it.
 */
@Injectable()
export class WhistleStarter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WhistleStarter.name);
  private loop: Promise<void> | undefined;
  private stopping = false;
  private kicked = false;
  private wake: (() => void) | undefined;

  constructor(
    private readonly repository: StarterRepository,
    private readonly launcher: WorkflowLauncher,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (hasRole('worker')) this.loop = this.sweepForEver();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.loop;
  }

  /** Something was committed that waits for its workflow. */
  kick(): void {
    this.kicked = true;
    this.wake?.();
  }

  /**
   * Makes sure that this whistle's workflow runs before somebody acts on it. Does nothing for one that was started.
   * @throws ProblemError temporalUnavailable
   */
  async ensureStarted(id: string): Promise<void> {
    const row = await this.repository.findWhistle(id);
    if (row?.reopenedAt) {
      await orProblem(this.launcher.resumeWhistle(row));
      return this.repository.markResumed([id]);
    }
    if (!row || row.workflowStartedAt) return;
    await orProblem(this.launcher.startWhistle(row));
    await this.repository.markStarted([id], new Date(this.clock.now()));
  }

  /** Starts again a matter whose workflow was lost before it decided anything. */
  async startAgain(row: WhistleToStart): Promise<void> {
    await this.launcher.restartWhistle(row);
    await this.repository.markStarted([row.id], new Date(this.clock.now()));
  }

  private async sweepForEver(): Promise<void> {
    let backoffMs = SWEEP_MS;
    while (!this.stopping) {
      this.kicked = false;
      try {
        const started = (await this.sweepWhistles()) + (await this.sweepReopened()) + (await this.sweepFollowUps());
        backoffMs = SWEEP_MS;
        if (started === BATCH) continue;
      } catch (error) {
        this.logger.warn(`workflows could not be started, again in ${backoffMs} ms: ${String(error)}`);
        await this.pause(backoffMs, false);
        backoffMs = Math.min(backoffMs * 2, LAST_BACKOFF_MS);
        continue;
      }
      await this.pause(SWEEP_MS, true);
    }
  }

  private async sweepWhistles(): Promise<number> {
    const rows = await this.repository.findWhistlesToStart(BATCH);
    if (rows.length === 0) return 0;
    await Promise.all(rows.map((row) => this.launcher.startWhistle(row)));
    await this.repository.markStarted(
      rows.map(({ id }) => id),
      new Date(this.clock.now()),
    );
    return rows.length;
  }

  private async sweepReopened(): Promise<number> {
    const rows = await this.repository.findWhistlesToResume(BATCH);
    if (rows.length === 0) return 0;
    await Promise.all(rows.map((row) => this.launcher.resumeWhistle(row)));
    await this.repository.markResumed(rows.map(({ id }) => id));
    return rows.length;
  }

  private async sweepFollowUps(): Promise<number> {
    const rows = await this.repository.findFollowUpsToStart(BATCH);
    if (rows.length === 0) return 0;
    await Promise.all(rows.map((row) => this.launcher.startFollowUp(row)));
    await this.repository.markFollowUpsStarted(
      rows.map(({ id }) => id),
      new Date(this.clock.now()),
    );
    return rows.length;
  }

  private pause(timeoutMs: number, endsWithKick: boolean): Promise<void> {
    if (this.stopping || (endsWithKick && this.kicked)) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.wake = () => {
        if (!endsWithKick && !this.stopping) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

async function orProblem(started: Promise<void>): Promise<void> {
  try {
    await started;
  } catch (error) {
    throw orUnavailable(error);
  }
}
