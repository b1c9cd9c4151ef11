import { CONTACT_KEYS, readContactKeys } from '@hsl/platform/contact-keys';
import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/communities.module.js';
import { SENDER_TEXTS_ENV, readSenderTextsEnv } from '../sender-texts/sender-texts-env.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { ErasureRequestsController } from './erasure-requests.controller.js';
import { ErasureRequests } from './erasure-requests.service.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalExport } from './personal-export.service.js';
import { PersonalHoldings } from './personal-holdings.js';
import { SenderCodes } from './sender-codes.repository.js';
import { SenderMatters } from './sender-matters.js';
import { SenderProving } from './sender-proving.service.js';

/** One person's data: read by that person, and forgotten when a deputy leader grants it. */
@Module({
  imports: [SubmissionsModule, CommunitiesModule],
  controllers: [ErasureRequestsController, PersonalDataController],
  providers: [
    SenderCodes,
    SenderMatters,
    SenderProving,
    PersonalHoldings,
    PersonalExport,
    ErasureRequests,
    { provide: SENDER_TEXTS_ENV, useFactory: () => readSenderTextsEnv() },
    { provide: CONTACT_KEYS, useFactory: () => readContactKeys() },
  ],
})
export class PersonalDataModule {}
