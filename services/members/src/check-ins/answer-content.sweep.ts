import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Injectable } from '@nestjs/common';
import { AnswerContentRepository } from './answer-content.repository.js';

/** By then the request that wrote it has long been answered. */
const DRAFT_LIFE_MS = 86_400_000;

/** Removes what members wrote with answers that were refused. */
@Injectable()
export class AnswerContentSweep extends HourlySweep {
  constructor(
    private readonly contents: AnswerContentRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected sweep(): Promise<number> {
    return this.contents.sweep(this.clock.now() - DRAFT_LIFE_MS);
  }
}
