import { Module } from '@nestjs/common';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { PastProposalRecorder } from './past-proposal.activities.js';

/** What was before the platform, taken over. */
@Module({
  imports: [ProposalsModule, RulesModule],
  providers: [PastProposalRecorder],
  exports: [PastProposalRecorder],
})
export class PastModule {}
