import { Module } from '@nestjs/common';
import { ProposalTermsService } from './proposal-terms.service.js';
import { RulesRepository } from './rules.repository.js';

@Module({
  providers: [RulesRepository, ProposalTermsService],
  exports: [RulesRepository, ProposalTermsService],
})
export class RulesModule {}
