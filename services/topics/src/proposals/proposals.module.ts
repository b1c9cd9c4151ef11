import { Module } from '@nestjs/common';
import { DepartmentsModule } from '../departments/departments.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { ProposalFiguresController } from './proposal-figures.controller.js';
import { ProposalFiguresService } from './proposal-figures.service.js';
import { ProposalDrafts } from './proposal-drafts.js';
import { ProposalSubmissionService } from './proposal-submission.service.js';
import { ProposalUnitsController } from './proposal-units.controller.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsService } from './proposals.service.js';

@Module({
  imports: [DepartmentsModule, RulesModule],
  controllers: [ProposalFiguresController, ProposalsController, ProposalUnitsController],
  providers: [ProposalFiguresService, ProposalsService, ProposalSubmissionService, ProposalsRepository, ProposalDrafts],
  exports: [ProposalDrafts],
})
export class ProposalsModule {}
