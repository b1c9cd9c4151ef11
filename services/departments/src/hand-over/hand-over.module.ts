import { Module } from '@nestjs/common';
import { AbsenceSweep } from './absence.sweep.js';
import { HandOverController } from './hand-over.controller.js';
import { HandOverService } from './hand-over.service.js';
import { HandlerAbsencesService } from './handler-absences.service.js';

/** Who of a department is in charge, and who stands in. */
@Module({
  controllers: [HandOverController],
  providers: [HandOverService, HandlerAbsencesService, AbsenceSweep],
  exports: [HandlerAbsencesService],
})
export class HandOverModule {}
