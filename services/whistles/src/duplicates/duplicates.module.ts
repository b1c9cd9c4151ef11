import { Module } from '@nestjs/common';
import { MatterModule } from '../matter/matter.module.js';
import { ComparisonController } from './comparison.controller.js';
import { ComparisonService } from './comparison.service.js';
import { DistinctionsRepository } from './distinctions.repository.js';
import { SimilarController } from './similar.controller.js';
import { SimilarRepository } from './similar.repository.js';
import { SimilarService } from './similar.service.js';

@Module({
  imports: [MatterModule],
  controllers: [SimilarController, ComparisonController],
  providers: [SimilarService, SimilarRepository, ComparisonService, DistinctionsRepository],
})
export class DuplicatesModule {}
