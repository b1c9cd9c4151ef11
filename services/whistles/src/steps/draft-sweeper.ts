import { forgetAnswers } from '@hsl/database/idempotent-request';
import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { StepContents } from './step-content.js';

/** Longer than anybody repeats a request. */
const MEMORY_MS = 30 * 86_400_000;

/** What refused steps left, and answers to requests that nobody will repeat. */
@Injectable()
export class DraftSweeper extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly contents: StepContents,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    const now = this.clock.now();
    const drafts = await this.contents.sweep(now);
    return drafts + (await forgetAnswers(this.database.systemPool, new Date(now - MEMORY_MS)));
  }
}
