import { forgetAnswers } from '@hsl/database/idempotent-request';
import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** Longer than anybody repeats a request. */
const MEMORY_MS = 30 * 86_400_000;

/** Forgets answers to requests that nobody will repeat. */
@Injectable()
export class AnswerSweep extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected sweep(): Promise<number> {
    return forgetAnswers(this.database.systemPool, new Date(this.clock.now() - MEMORY_MS));
  }
}
