import { Module } from '@nestjs/common';
import { PastFeedbackRecorder } from '../past/past-feedback.activities.js';
import { PausedLead } from './paused-lead.js';
import { TaskRecorder } from './task-recorder.activities.js';

/** What the workflows of tasks decide becomes rows here. */
@Module({ providers: [TaskRecorder, PastFeedbackRecorder, PausedLead], exports: [TaskRecorder, PastFeedbackRecorder] })
export class RecordingModule {}
