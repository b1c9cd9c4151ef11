import { Module } from '@nestjs/common';
import { CheckInRecorder } from './check-in-recorder.activities.js';
import { MemberPicker } from './member-picker.js';
import { WhistleArrival } from './whistle-arrival.js';

/** What the worker of the queue `members` needs. */
@Module({ providers: [CheckInRecorder, MemberPicker, WhistleArrival], exports: [CheckInRecorder] })
export class RecordingModule {}
