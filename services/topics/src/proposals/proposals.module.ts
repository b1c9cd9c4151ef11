import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { ProposalDrafts } from './proposal-drafts.js';
import { ProposalSubmissionService } from './proposal-submission.service.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsService } from './proposals.service.js';

@Module({
  imports: [CalendarModule],
  controllers: [ProposalsController],
  providers: [ProposalsService, ProposalSubmissionService, ProposalsRepository, ProposalDrafts],
})
export class ProposalsModule {}
