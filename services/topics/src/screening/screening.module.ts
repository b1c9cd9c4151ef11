import { Module } from '@nestjs/common';
import { ScreeningClocks } from './screening-clocks.js';
import { ScreeningRepository } from './screening.repository.js';

/** The clocks of what waits for its screening (S111). */
@Module({ providers: [ScreeningClocks, ScreeningRepository], exports: [ScreeningClocks] })
export class ScreeningModule {}
