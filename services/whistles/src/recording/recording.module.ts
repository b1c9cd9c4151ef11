import { Module } from '@nestjs/common';
import { NumberingModule } from '../intake/numbering.module.js';
import { DutyRosterModule } from '../duty-roster/duty-roster.module.js';
import { StarterModule } from '../starter/starter.module.js';
import { LedgerRecorder } from '../ledger/ledger-recorder.activities.js';
import { PastRecorder } from '../past/past-recorder.activities.js';
import { AfterDecision } from './after-decision.js';
import { ReboundBirth } from './rebound-birth.js';
import { UnchangingFacts } from './unchanging-facts.js';
import { WhistleRecorder } from './whistle-recorder.js';

@Module({
  imports: [StarterModule, NumberingModule, DutyRosterModule],
  providers: [WhistleRecorder, PastRecorder, LedgerRecorder, UnchangingFacts, ReboundBirth, AfterDecision],
  exports: [StarterModule, WhistleRecorder, PastRecorder, LedgerRecorder],
})
export class RecordingModule {}
