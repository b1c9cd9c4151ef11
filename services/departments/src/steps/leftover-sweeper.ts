import { forgetAnswers } from '@hsl/database/idempotent-request';
import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { FeedbackDrafts } from './feedback-drafts.js';
import { TaskNotes } from './task-notes.js';

/** Longer than anybody repeats a request. */
const MEMORY_MS = 30 * 86_400_000;

/** Drafts of refused feedback, and answers to requests that nobody will repeat. */
@Injectable()
export class LeftoverSweeper extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly drafts: FeedbackDrafts,
    private readonly notes: TaskNotes,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    const now = this.clock.now();
    const drafts = (await this.drafts.sweep(now)) + (await this.notes.sweep(now));
    return drafts + (await forgetAnswers(this.database.systemPool, new Date(now - MEMORY_MS)));
  }
}
