import { AccessModule } from '@hsl/access/access.module';
import { KAFKA_TOPICS } from '@hsl/contracts/kafka-topics';
import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { DatabaseModule } from '@hsl/database/database.module';
import { FilesModule } from '@hsl/files/files.module';
import { KafkaModule } from '@hsl/kafka/kafka.module';
import { TemporalModule } from '@hsl/temporal/temporal.module';
import { Module } from '@nestjs/common';
import { BlockersModule } from './blockers/blockers.module.js';
import { CardsModule } from './cards/cards.module.js';
import { ConsumersModule } from './consumers/consumers.module.js';
import { createPrismaClient } from './database.js';
import { DirectoryModule } from './directory/directory.module.js';
import { FollowThroughModule } from './follow-through/follow-through.module.js';
import { HandOverModule } from './hand-over/hand-over.module.js';
import { PastFeedbackRecorder } from './past/past-feedback.activities.js';
import { RecordingModule } from './recording/recording.module.js';
import { TaskReconciler } from './reconciliation/task-reconciler.activities.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { TaskRecorder } from './recording/task-recorder.activities.js';
import { DepartmentRegisters } from './registers/department-registers.module.js';
import { RatingsModule } from './ratings/ratings.module.js';
import { RulingsModule } from './rulings/rulings.module.js';
import { SiteVisitsModule } from './site-visits/site-visits.module.js';
import { TaskBriefsModule } from './task-briefs/task-briefs.module.js';
import { ListsModule } from './lists/lists.module.js';
import { StepsModule } from './steps/steps.module.js';
import { TasksModule } from './tasks/tasks.module.js';

/** Departments, their tasks and cards, and the routing table; the worker of the queue `departments`. */
@Module({
  imports: [
    AccessModule,
    DatabaseModule.forService({ name: 'departments', createClient: createPrismaClient }),
    FilesModule.forService('departments'),
    KafkaModule.forService({ service: 'departments', topics: [KAFKA_TOPICS.whistles, KAFKA_TOPICS.topics] }),
    TemporalModule.forService({
      taskQueue: TASK_QUEUES.departments,
      activities: [TaskRecorder, PastFeedbackRecorder, TaskReconciler],
      imports: [RecordingModule, ReconciliationModule],
    }),
    DirectoryModule,
    HandOverModule,
    TasksModule,
    StepsModule,
    RulingsModule,
    SiteVisitsModule,
    RatingsModule,
    BlockersModule,
    TaskBriefsModule,
    ListsModule,
    CardsModule,
    FollowThroughModule,
    ConsumersModule,
    DepartmentRegisters,
  ],
})
export class AppModule {}
