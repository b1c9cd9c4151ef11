import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { QrPointsModule } from '../qr-points/qr-points.module.js';
import { ScreeningModule } from '../screening/screening.module.js';
import { CONTACT_KEYS, readContactKeys } from '@hsl/platform/contact-keys';
import { BlownSubmissions } from './blown-submissions.service.js';
import { ContactReadingsController } from './contact-readings.controller.js';
import { ContactReseal } from './contact-reseal.js';
import { SubmissionContacts } from './submission-contacts.service.js';
import { SubmissionEndsController } from './submission-ends.controller.js';
import { SubmissionSendersController } from './submission-senders.controller.js';
import { SubmissionSenders } from './submission-senders.service.js';
import { SubmissionTopics } from './submission-topics.service.js';
import { SubmissionIntake } from './submission-intake.service.js';
import { SubmissionPhotosController } from './submission-photos.controller.js';
import { SubmissionPhotoLooksController } from './submission-photo-looks.controller.js';
import { SubmissionPhotos } from './submission-photos.service.js';
import { SubmissionsController } from './submissions.controller.js';
import { SubmissionsRepository } from './submissions.repository.js';
import { SubmissionsService } from './submissions.service.js';

@Module({
  imports: [CategoriesModule, CommunitiesModule, QrPointsModule, ScreeningModule],
  controllers: [
    SubmissionSendersController,
    SubmissionEndsController,
    SubmissionsController,
    SubmissionPhotosController,
    ContactReadingsController,
    SubmissionPhotoLooksController,
  ],
  providers: [
    SubmissionIntake,
    SubmissionsService,
    SubmissionSenders,
    SubmissionContacts,
    SubmissionTopics,
    SubmissionPhotos,
    SubmissionsRepository,
    BlownSubmissions,
    ContactReseal,
    { provide: CONTACT_KEYS, useFactory: () => readContactKeys() },
  ],
  exports: [BlownSubmissions, SubmissionsRepository, SubmissionsService],
})
export class SubmissionsModule {}
