import { Module } from '@nestjs/common';
import { PointLedger } from './point-ledger.js';
import { PointsConsumer } from './points.consumer.js';
import { PointsController } from './points.controller.js';
import { PointsRepository } from './points.repository.js';
import { PointsService } from './points.service.js';

/** Points of members and the five duties. */
@Module({
  controllers: [PointsController, PointsConsumer],
  providers: [PointsService, PointsRepository, PointLedger],
})
export class PointsModule {}
