import { Module } from '@nestjs/common';
import { CalendarConsumer } from './calendar.consumer.js';
import { CalendarRepository } from './calendar.repository.js';
import { CalendarRollout } from './calendar-rollout.js';

/** The official calendar as this service knows it, brought to the open proposals (domain 2.7). */
@Module({
  controllers: [CalendarConsumer],
  providers: [CalendarRepository, CalendarRollout],
  exports: [CalendarRepository],
})
export class CalendarModule {}
