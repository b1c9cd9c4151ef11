import { Module } from '@nestjs/common';
import { DerivedRowsRepository } from './derived-rows.repository.js';
import { MatterConsumer } from './matter.consumer.js';
import { MatterFileRepository } from './matter-file.repository.js';
import { MatterProjection } from './matter.projection.js';
import { PlacesConsumer } from './places.consumer.js';
import { PlacesRepository } from './places.repository.js';
import { PositionRepository } from './position.repository.js';

@Module({
  controllers: [MatterConsumer, PlacesConsumer],
  providers: [MatterProjection, MatterFileRepository, DerivedRowsRepository, PlacesRepository, PositionRepository],
  exports: [PlacesRepository, PositionRepository],
})
export class ProjectionModule {}
