import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Injectable } from '@nestjs/common';
import { CoverageRepository } from './coverage.repository.js';
import { CoverageService } from './coverage.service.js';

/** A posting ends at midnight without anybody doing anything: looked at every hour. */
@Injectable()
export class CoverageSweep extends HourlySweep {
  constructor(
    private readonly repository: CoverageRepository,
    private readonly coverage: CoverageService,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    let changed = 0;
    for (const id of await this.repository.subdistricts()) changed += await this.coverage.check(id);
    return changed;
  }
}
