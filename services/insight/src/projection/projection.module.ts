import { Module } from '@nestjs/common';
import { FindingsModule } from '../findings/findings.module.js';
import { CensusConsumer } from './census.consumer.js';
import { DerivedRowsRepository } from './derived-rows.repository.js';
import { MatterConsumer } from './matter.consumer.js';
import { MatterFileRepository } from './matter-file.repository.js';
import { MatterProjection } from './matter.projection.js';
import { PlacesConsumer } from './places.consumer.js';
import { PlacesRepository } from './places.repository.js';
import { PositionRepository } from './position.repository.js';

@Module({
  imports: [FindingsModule],
  controllers: [MatterConsumer, CensusConsumer, PlacesConsumer],
  providers: [MatterProjection, MatterFileRepository, DerivedRowsRepository, PlacesRepository, PositionRepository],
  exports: [PlacesRepository, PositionRepository],
})
export class ProjectionModule {}
