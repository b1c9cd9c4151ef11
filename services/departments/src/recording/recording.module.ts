import { Module } from '@nestjs/common';
import { PausedLead } from './paused-lead.js';
import { TaskRecorder } from './task-recorder.activities.js';

/** What the workflows of tasks decide becomes rows here. */
@Module({ providers: [TaskRecorder, PausedLead], exports: [TaskRecorder] })
export class RecordingModule {}
