import { Module } from '@nestjs/common';
import { DepartmentsModule } from '../departments/departments.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { CalendarRollout } from './calendar-rollout.js';
import { ProposalDrafts } from './proposal-drafts.js';
import { ProposalSubmissionService } from './proposal-submission.service.js';
import { ProposalUnitsController } from './proposal-units.controller.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsService } from './proposals.service.js';
import { RulesConsumer } from './rules.consumer.js';

@Module({
  imports: [DepartmentsModule, RulesModule],
  controllers: [ProposalsController, ProposalUnitsController, RulesConsumer],
  providers: [ProposalsService, ProposalSubmissionService, ProposalsRepository, ProposalDrafts, CalendarRollout],
})
export class ProposalsModule {}
