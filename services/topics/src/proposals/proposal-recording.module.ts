import { Module } from '@nestjs/common';
import { ProposalRecorder } from './proposal-recorder.activities.js';

/** What the workflows of proposals decide becomes rows here. */
@Module({ providers: [ProposalRecorder], exports: [ProposalRecorder] })
export class ProposalRecordingModule {}
