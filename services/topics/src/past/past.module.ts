import { Module } from '@nestjs/common';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { PastProposalRecorder } from './past-proposal.activities.js';
import { PastSessionRecorder } from './past-session.activities.js';

/** What was before the platform, taken over. */
@Module({
  imports: [ProposalsModule, RulesModule, SessionsModule],
  providers: [PastProposalRecorder, PastSessionRecorder],
  exports: [PastProposalRecorder, PastSessionRecorder],
})
export class PastModule {}
