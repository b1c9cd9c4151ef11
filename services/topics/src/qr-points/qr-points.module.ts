import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { EndorsementsModule } from '../endorsements/endorsements.module.js';
import { VenuesModule } from '../venues/venues.module.js';
import { QrCodes } from './qr-codes.service.js';
import { QrPointsController } from './qr-points.controller.js';
import { QrPointsRepository } from './qr-points.repository.js';
import { QrPointsService } from './qr-points.service.js';
import { QrSheets } from './qr-sheets.service.js';

@Module({
  imports: [CategoriesModule, CommunitiesModule, EndorsementsModule, VenuesModule],
  controllers: [QrPointsController],
  providers: [QrPointsService, QrPointsRepository, QrCodes, QrSheets],
  exports: [QrCodes],
})
export class QrPointsModule {}
