import { Module } from '@nestjs/common';
import { CoverageConsumer } from './coverage.consumer.js';
import { CoverageController } from './coverage.controller.js';
import { CoverageRepository } from './coverage.repository.js';
import { CoverageService } from './coverage.service.js';
import { CoverageSweep } from './coverage.sweep.js';

/** The rule 1+2+N. */
@Module({
  controllers: [CoverageController, CoverageConsumer],
  providers: [CoverageService, CoverageRepository, CoverageSweep],
  exports: [CoverageService],
})
export class CoverageModule {}
