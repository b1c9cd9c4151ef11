import { Module } from '@nestjs/common';
import { TaskRecorder } from './task-recorder.activities.js';

/** What the workflows of tasks decide becomes rows here. */
@Module({ providers: [TaskRecorder], exports: [TaskRecorder] })
export class RecordingModule {}
