import { Module } from '@nestjs/common';
import { CalendarLoader } from './calendar-loader.js';
import { CalendarReader } from './calendar-reader.js';
import { CalendarRolloutRepository } from './calendar-rollout.repository.js';
import { CalendarRollout } from './calendar-rollout.js';
import { CalendarWarnings } from './calendar-warnings.js';
import { CalendarController } from './calendar.controller.js';

/** The official calendar: read, loaded, brought to the open matters, and asked for when it is missing (domain 2.7). */
@Module({
  controllers: [CalendarController],
  providers: [CalendarReader, CalendarLoader, CalendarRolloutRepository, CalendarRollout, CalendarWarnings],
})
export class CalendarModule {}
