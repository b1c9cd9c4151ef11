import { Global, Module } from '@nestjs/common';
import { RuleSetProposalsController } from './rule-set-proposals.controller.js';
import { RuleSetProposals } from './rule-set-proposals.service.js';
import { RuleSetReader } from './rule-set-reader.js';
import { RuleSetRecorder } from './rule-set-recorder.js';
import { RuleSetController } from './rule-set.controller.js';
import { RuleSetRepository } from './rule-set.repository.js';
import { RuleTrialRepository } from './rule-trial.repository.js';
import { TermsService } from './terms.service.js';

@Global()
@Module({
  controllers: [RuleSetProposalsController, RuleSetController],
  providers: [TermsService, RuleSetRepository, RuleTrialRepository, RuleSetReader, RuleSetRecorder, RuleSetProposals],
  exports: [TermsService],
})
export class RulesModule {}
