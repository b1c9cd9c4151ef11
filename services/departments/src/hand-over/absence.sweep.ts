import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Injectable } from '@nestjs/common';
import { HandlerAbsencesService } from './handler-absences.service.js';

/** An absence begins at midnight without anybody doing anything: looked at every hour. */
@Injectable()
export class AbsenceSweep extends HourlySweep {
  constructor(private readonly absences: HandlerAbsencesService) {
    super();
  }

  protected sweep(): Promise<number> {
    return this.absences.passOnBegun();
  }
}
