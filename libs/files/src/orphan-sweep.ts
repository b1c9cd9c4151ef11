import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Injectable } from '@nestjs/common';
import { FileDesk } from './file-desk.service.js';

/** By then whoever uploaded it has written the words it was for, or never will. */
const LIFE_MS = 86_400_000;
const BATCH = 100;

/** Files that were uploaded and never became part of anything. */
@Injectable()
export class OrphanSweep extends HourlySweep {
  constructor(
    private readonly desk: FileDesk,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    const before = new Date(this.clock.now() - LIFE_MS);
    let cleared = 0;
    for (;;) {
      const count = await this.desk.clearOrphans(before, BATCH);
      cleared += count;
      if (count < BATCH) return cleared;
    }
  }
}
