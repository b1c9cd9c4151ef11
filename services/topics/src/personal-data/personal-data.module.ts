import { CONTACT_KEYS, readContactKeys } from '@hsl/platform/contact-keys';
import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/communities.module.js';
import { SENDER_TEXTS_ENV, readSenderTextsEnv } from '../sender-texts/sender-texts-env.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { ErasureRequestsController } from './erasure-requests.controller.js';
import { ErasureRequests } from './erasure-requests.service.js';
import { OwnMattersController } from './own-matters.controller.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalExport } from './personal-export.service.js';
import { PersonalHoldings } from './personal-holdings.js';
import { PhoneCodes } from './phone-codes.repository.js';
import { PhoneLookup } from './phone-lookup.service.js';
import { SenderCodes } from './sender-codes.repository.js';
import { SenderMatters } from './sender-matters.js';
import { SenderProofs } from './sender-proofs.js';
import { SenderProving } from './sender-proving.service.js';
import { TextedCodes } from './texted-codes.js';

/** One person's data: read by that person, and forgotten when a deputy leader grants it. */
@Module({
  imports: [SubmissionsModule, CommunitiesModule],
  controllers: [ErasureRequestsController, OwnMattersController, PersonalDataController],
  providers: [
    SenderCodes,
    SenderMatters,
    SenderProofs,
    SenderProving,
    PhoneCodes,
    PhoneLookup,
    TextedCodes,
    PersonalHoldings,
    PersonalExport,
    ErasureRequests,
    { provide: SENDER_TEXTS_ENV, useFactory: () => readSenderTextsEnv() },
    { provide: CONTACT_KEYS, useFactory: () => readContactKeys() },
  ],
})
export class PersonalDataModule {}
