import { AccessModule } from '@hsl/access/access.module';
import { KAFKA_TOPICS } from '@hsl/contracts/kafka-topics';
import { DatabaseModule } from '@hsl/database/database.module';
import { FilesModule } from '@hsl/files/files.module';
import { KafkaModule } from '@hsl/kafka/kafka.module';
import { TemporalModule } from '@hsl/temporal/temporal.module';
import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { Module } from '@nestjs/common';
import { ActivityModule } from './activity/activity.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CategoriesModule } from './categories/categories.module.js';
import { ChildrenModule } from './children/children.module.js';
import { CommunitiesModule } from './communities/communities.module.js';
import { createPrismaClient } from './database.js';
import { PastProposalRecorder } from './past/past-proposal.activities.js';
import { PastSessionRecorder } from './past/past-session.activities.js';
import { PastModule } from './past/past.module.js';
import { ProposalRecorder } from './proposals/proposal-recorder.activities.js';
import { ProposalRecordingModule } from './proposals/proposal-recording.module.js';
import { ProposalsModule } from './proposals/proposals.module.js';
import { CoordinationModule } from './coordination/coordination.module.js';
import { CommentsModule } from './comments/comments.module.js';
import { EndorsementsModule } from './endorsements/endorsements.module.js';
import { PersonalDataModule } from './personal-data/personal-data.module.js';
import { PublicReadingModule } from './public-reading/public-reading.module.js';
import { QrPointsModule } from './qr-points/qr-points.module.js';
import { ScreeningRecorder } from './screening/screening-recorder.activities.js';
import { ScreeningRecordingModule } from './screening/screening-recording.module.js';
import { ResidentSurveysModule } from './resident-surveys/resident-surveys.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { TopicsReconciler } from './reconciliation/topics-reconciler.activities.js';
import { ReviewModule } from './review/review.module.js';
import { SubmissionsModule } from './submissions/submissions.module.js';
import { TopicRegisters } from './registers/topic-registers.module.js';
import { SenderTextsModule } from './sender-texts/sender-texts.module.js';
import { SessionRecordingModule } from './sessions/session-recording.module.js';
import { SessionRecorder } from './sessions/session-recorder.activities.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SittingsModule } from './sittings/sittings.module.js';
import { TextTemplatesModule } from './text-templates/text-templates.module.js';
import { TopicsModule } from './topics/topics.module.js';
import { VenuesModule } from './venues/venues.module.js';

/** Categories, the topics a whistle may belong to, the sessions on matters, venues; the worker of the queue `topics`. */
@Module({
  imports: [
    AccessModule,
    DatabaseModule.forService({ name: 'topics', createClient: createPrismaClient }),
    FilesModule.forService('topics'),
    KafkaModule.forService({ service: 'topics', topics: [KAFKA_TOPICS.whistles, KAFKA_TOPICS.departments] }),
    TemporalModule.forService({
      taskQueue: TASK_QUEUES.topics,
      activities: [
        ...[SessionRecorder, ProposalRecorder, PastProposalRecorder, PastSessionRecorder, ScreeningRecorder],
        TopicsReconciler,
      ],
      imports: [
        ...[SessionRecordingModule, ProposalRecordingModule, PastModule, ScreeningRecordingModule],
        ReconciliationModule,
      ],
    }),
    CalendarModule,
    CategoriesModule,
    SessionsModule,
    SittingsModule,
    ProposalsModule,
    CommunitiesModule,
    ChildrenModule,
    ResidentSurveysModule,
    ReviewModule,
    TopicsModule,
    CoordinationModule,
    VenuesModule,
    EndorsementsModule,
    CommentsModule,
    QrPointsModule,
    SubmissionsModule,
    SenderTextsModule,
    PersonalDataModule,
    TextTemplatesModule,
    ActivityModule,
    PublicReadingModule,
    TopicRegisters,
  ],
})
export class AppModule {}
