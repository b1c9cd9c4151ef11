import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase } from '../database.js';
import { ReportFiles } from './report-files.js';
import { ReportQueueRepository } from './report-queue.repository.js';

const BATCH = 100;

/** Reports whose time is over go, the bytes first. */
@Injectable()
export class ReportSweep extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly queue: ReportQueueRepository,
    private readonly files: ReportFiles,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    let swept = 0;
    for (;;) {
      const expired = await this.queue.expired(this.database.systemPool, new Date(this.clock.now()), BATCH);
      for (const { id, subdistrict_id } of expired) {
        await this.files.removeAll(subdistrict_id, id);
        await this.queue.remove(this.database.systemPool, id);
      }
      swept += expired.length;
      if (expired.length < BATCH) return swept;
    }
  }
}
