import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { QrPointsModule } from '../qr-points/qr-points.module.js';
import { SubmissionIntake } from './submission-intake.service.js';
import { SubmissionPhotosController } from './submission-photos.controller.js';
import { SubmissionPhotos } from './submission-photos.service.js';
import { SubmissionsController } from './submissions.controller.js';
import { SubmissionsRepository } from './submissions.repository.js';
import { SubmissionsService } from './submissions.service.js';

@Module({
  imports: [CategoriesModule, CommunitiesModule, QrPointsModule],
  controllers: [SubmissionsController, SubmissionPhotosController],
  providers: [SubmissionIntake, SubmissionsService, SubmissionPhotos, SubmissionsRepository],
})
export class SubmissionsModule {}
