import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { ProposalTermsService } from './proposal-terms.service.js';
import { RulesConsumer } from './rules.consumer.js';
import { RulesRepository } from './rules.repository.js';

/** The rules as this service knows them, and what a proposal gets of them and of the calendar. */
@Module({
  imports: [CalendarModule],
  controllers: [RulesConsumer],
  providers: [RulesRepository, ProposalTermsService],
  exports: [ProposalTermsService],
})
export class RulesModule {}
