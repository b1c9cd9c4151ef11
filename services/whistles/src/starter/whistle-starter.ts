import { BacklogSweep } from '@hsl/platform/backlog-sweep';
import { Clock } from '@hsl/platform/clock';
import { orUnavailable } from '@hsl/temporal/temporal-unavailable';
import { Injectable } from '@nestjs/common';
import { StarterRepository, type WhistleToStart } from './starter.repository.js';
import { WorkflowLauncher } from './workflow-launcher.js';

const BATCH = 50;

/**
 * Brings every stored whistle to its workflow, and every concluded one to its follow-up: kicked after a commit, and by
 * a sweep for what a crash or an outage of Temporal left. An outage delays a whistle and never loses it.
 */
@Injectable()
export class WhistleStarter extends BacklogSweep {
  constructor(
    private readonly repository: StarterRepository,
    private readonly launcher: WorkflowLauncher,
    private readonly clock: Clock,
  ) {
    super({ everyMs: 1_000, longestPauseMs: 15_000 });
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

  protected async step(): Promise<boolean> {
    const started = [await this.sweepWhistles(), await this.sweepReopened(), await this.sweepFollowUps()];
    return started.includes(BATCH);
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
}

async function orProblem(started: Promise<void>): Promise<void> {
  try {
    await started;
  } catch (error) {
    throw orUnavailable(error);
  }
}
