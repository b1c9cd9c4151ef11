import { Module } from '@nestjs/common';
import { ScreeningRecorder } from './screening-recorder.activities.js';
import { ScreeningRepository } from './screening.repository.js';

/** What the clocks of screenings decide becomes rows here. */
@Module({ providers: [ScreeningRecorder, ScreeningRepository], exports: [ScreeningRecorder, ScreeningRepository] })
export class ScreeningRecordingModule {}
