import { Module } from '@nestjs/common';
import { SessionFacts } from './session-facts.js';
import { SessionRecorder } from './session-recorder.activities.js';

/** What the workflows of sessions decide becomes rows here. */
@Module({ providers: [SessionRecorder, SessionFacts], exports: [SessionRecorder] })
export class SessionRecordingModule {}
