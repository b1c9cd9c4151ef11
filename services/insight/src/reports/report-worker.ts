import type { ReportError } from '@hsl/contracts/report-kinds';
import { BacklogSweep } from '@hsl/platform/backlog-sweep';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase } from '../database.js';
import { ReportFiles } from './report-files.js';
import { ReportMaker } from './report-maker.js';
import { ReportQueueRepository, type ClaimedReport } from './report-queue.repository.js';
import { ReportTooLargeError } from './report-reader.js';
import { FORMATS } from './writers/report-formats.js';

const PACE = { everyMs: 5_000, longestPauseMs: 60_000 };
/** Of all that is asked of the rows; writing them takes seconds. */
const MOST_MS = 300_000;
/** Reading is this much of the whole. */
const READING_PERCENT = 80;
/** PostgreSQL: a statement was ended by its time limit. */
const QUERY_CANCELED = '57014';

class LostClaimError extends Error {}
class TimedOutError extends Error {}

/**
 * Makes reports, one after the other. A process that dies leaves its report to the next one once the lease is over; a
 * fault is logged and the report begun anew, three times in all.
 */
@Injectable()
export class ReportWorker extends BacklogSweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly queue: ReportQueueRepository,
    private readonly maker: ReportMaker,
    private readonly files: ReportFiles,
    private readonly clock: Clock,
  ) {
    super(PACE);
  }

  protected async step(): Promise<boolean> {
    const { systemPool } = this.database;
    const given = await this.queue.giveUp(systemPool, new Date(this.clock.now()));
    if (given > 0) this.logger.error(`${given} reports could not be made in the attempts there are`);
    const claimed = await this.queue.claim(systemPool);
    if (!claimed) return false;
    try {
      await this.make(claimed);
    } catch (error) {
      const code = codeOf(error);
      if (code !== undefined) await this.queue.fail(systemPool, claimed, code, new Date(this.clock.now()));
      else if (!(error instanceof LostClaimError)) throw error;
    }
    return true;
  }

  private async make(report: ClaimedReport): Promise<void> {
    const { systemPool } = this.database;
    const endsAt = performance.now() + MOST_MS;
    const made = await this.maker.make(report, async (share) => {
      if (performance.now() > endsAt) throw new TimedOutError();
      await this.renew(report, Math.round(share * READING_PERCENT));
    });
    await this.renew(report, READING_PERCENT + 10);
    const { mediaType } = FORMATS[report.format];
    const file = made.bytes === undefined ? null : await this.files.keep(report, made.bytes, mediaType);
    const finishedAt = new Date(this.clock.now());
    if (!(await this.queue.finish(systemPool, report, { ...made.about, file, finishedAt }))) throw new LostClaimError();
  }

  private async renew(report: ClaimedReport, progress: number): Promise<void> {
    if (!(await this.queue.renew(this.database.systemPool, report, progress))) throw new LostClaimError();
  }
}

/** What another attempt would not cure. */
function codeOf(error: unknown): ReportError | undefined {
  if (error instanceof ReportTooLargeError) return 'tooLarge';
  if (error instanceof TimedOutError) return 'timedOut';
  return (error as { code?: unknown }).code === QUERY_CANCELED ? 'timedOut' : undefined;
}
