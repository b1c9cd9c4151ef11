import { AccessModule } from '@hsl/access/access.module';
import { KAFKA_TOPICS } from '@hsl/contracts/kafka-topics';
import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { DatabaseModule } from '@hsl/database/database.module';
import { KafkaModule } from '@hsl/kafka/kafka.module';
import { TemporalModule } from '@hsl/temporal/temporal.module';
import { Module } from '@nestjs/common';
import { AreasModule } from './areas/areas.module.js';
import { CheckInRecorder } from './check-ins/check-in-recorder.activities.js';
import { CheckInsModule } from './check-ins/check-ins.module.js';
import { RecordingModule } from './check-ins/recording.module.js';
import { CoverageModule } from './community-coverage/coverage.module.js';
import { createPrismaClient } from './database.js';
import { ExpertsModule } from './experts/experts.module.js';
import { MemberCardsModule } from './member-cards/member-cards.module.js';
import { MemberDataModule } from './member-data/member-data.module.js';
import { PointsModule } from './points/points.module.js';
import { CheckInReconciler } from './reconciliation/check-in-reconciler.activities.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { MemberRegisters } from './registers/member-registers.module.js';

/** Members, experts, postings, and the check-ins members are asked for. */
@Module({
  imports: [
    AccessModule,
    DatabaseModule.forService({ name: 'members', createClient: createPrismaClient }),
    KafkaModule.forService({
      service: 'members',
      topics: [
        KAFKA_TOPICS.whistles,
        KAFKA_TOPICS.topics,
        KAFKA_TOPICS.departments,
        KAFKA_TOPICS.members,
        KAFKA_TOPICS.access,
      ],
    }),
    TemporalModule.forService({
      taskQueue: TASK_QUEUES.members,
      activities: [CheckInRecorder, CheckInReconciler],
      imports: [RecordingModule, ReconciliationModule],
    }),
    MemberCardsModule,
    ExpertsModule,
    CheckInsModule,
    MemberRegisters,
    CoverageModule,
    AreasModule,
    PointsModule,
    MemberDataModule,
  ],
})
export class AppModule {}
