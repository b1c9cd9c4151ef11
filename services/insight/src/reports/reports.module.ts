import { StoreModule } from '@hsl/files/store.module';
import { Module } from '@nestjs/common';
import { ReadingModule } from '../reading/reading.module.js';
import { ReportAccess } from './report-access.js';
import { ReportEventsConsumer } from './report-events.consumer.js';
import { ReportEventsRepository } from './report-events.repository.js';
import { ReportFiles } from './report-files.js';
import { ReportMaker } from './report-maker.js';
import { ReportQueueRepository } from './report-queue.repository.js';
import { ReportSweep } from './report-sweep.js';
import { ReportWorker } from './report-worker.js';
import { ReportKindsController, ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

/** The twelve reports: who may have which, the queue, the worker, the files. */
@Module({
  imports: [ReadingModule, StoreModule],
  controllers: [ReportsController, ReportKindsController, ReportEventsConsumer],
  providers: [
    ...[ReportsService, ReportAccess, ReportsRepository, ReportQueueRepository, ReportEventsRepository],
    ...[ReportMaker, ReportFiles, ReportWorker, ReportSweep],
  ],
})
export class ReportsModule {}
