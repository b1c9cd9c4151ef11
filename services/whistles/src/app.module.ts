import { AccessModule } from '@hsl/access/access.module';
import { DatabaseModule } from '@hsl/database/database.module';
import { FilesModule } from '@hsl/files/files.module';
import { KafkaModule } from '@hsl/kafka/kafka.module';
import { TemporalModule } from '@hsl/temporal/temporal.module';
import { Module } from '@nestjs/common';
import { ApprovalsModule } from './approvals/approvals.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { createPrismaClient } from './database.js';
import { DutyRosterModule } from './duty-roster/duty-roster.module.js';
import { DuplicatesModule } from './duplicates/duplicates.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { WhistleFilesModule } from './files/whistle-files.module.js';
import { FollowingModule } from './following/following.module.js';
import { HistoryConsumer } from './history/history.consumer.js';
import { IntakeModule } from './intake/intake.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { LedgerRecorder } from './ledger/ledger-recorder.activities.js';
import { MatterModule } from './matter/matter.module.js';
import { PastRecorder } from './past/past-recorder.activities.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { Reconciler } from './reconciliation/reconciler.activities.js';
import { RecordingModule } from './recording/recording.module.js';
import { MemberAsking } from './starter/member-asking.js';
import { WhistleRecorder } from './recording/whistle-recorder.js';
import { ReporterDataModule } from './reporter-data/reporter-data.module.js';
import { ReferralsModule } from './referrals/referrals.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { RulesModule } from './rules/rules.module.js';
import { StepsModule } from './steps/steps.module.js';
import { ThemesModule } from './themes/themes.module.js';
import { TrackingModule } from './tracking/tracking.module.js';

/** Intake, the whistle and its steps, follow-up, rule set, calendar, places. */
@Module({
  imports: [
    AccessModule,
    DatabaseModule.forService({ name: 'whistles', createClient: createPrismaClient }),
    FilesModule.forService('whistles'),
    KafkaModule.forService({ service: 'whistles', topics: ['hsl.topics', 'hsl.departments', 'hsl.members'] }),
    TemporalModule.forService({
      taskQueue: 'whistles',
      activities: [WhistleRecorder, MemberAsking, PastRecorder, LedgerRecorder, Reconciler],
      imports: [RecordingModule, ReconciliationModule],
    }),
    ReferenceModule,
    RulesModule,
    CalendarModule,
    DutyRosterModule,
    IntakeModule,
    MatterModule,
    WhistleFilesModule,
    StepsModule,
    LedgerModule,
    ApprovalsModule,
    ReconciliationModule,
    DuplicatesModule,
    ThemesModule,
    FiguresModule,
    FollowingModule,
    ReferralsModule,
    TrackingModule,
    ReporterDataModule,
  ],
  controllers: [HistoryConsumer],
})
export class AppModule {}
