import { CONTACT_KEYS, readContactKeys } from '@hsl/platform/contact-keys';
import { Module } from '@nestjs/common';
import { ReporterDataController } from './reporter-data.controller.js';
import { ReporterData } from './reporter-data.service.js';
import { ReporterErasureConsumer } from './reporter-erasure.consumer.js';

/** What residents whom staff wrote down may read of themselves, and how they are forgotten. */
@Module({
  controllers: [ReporterDataController, ReporterErasureConsumer],
  providers: [ReporterData, { provide: CONTACT_KEYS, useFactory: () => readContactKeys() }],
})
export class ReporterDataModule {}
