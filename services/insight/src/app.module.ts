import { AccessModule } from '@hsl/access/access.module';
import { KAFKA_TOPICS } from '@hsl/contracts/kafka-topics';
import { DatabaseModule } from '@hsl/database/database.module';
import { KafkaModule } from '@hsl/kafka/kafka.module';
import { Module } from '@nestjs/common';
import { BoardModule } from './board/board.module.js';
import { createNoClient } from './database.js';
import { FactsModule } from './facts/facts.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { LiveListModule } from './live-list/live-list.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ProjectionModule } from './projection/projection.module.js';

/** What the events of all owners say together: the live list and the board. Owns no process, publishes nothing. */
@Module({
  imports: [
    AccessModule,
    DatabaseModule.forService({ name: 'insight', createClient: createNoClient }),
    KafkaModule.forService({
      service: 'insight',
      topics: [KAFKA_TOPICS.whistles, KAFKA_TOPICS.departments, KAFKA_TOPICS.members, KAFKA_TOPICS.topics],
    }),
    ProjectionModule,
    LiveListModule,
    BoardModule,
    FactsModule,
    FiguresModule,
    ReportsModule,
  ],
})
export class AppModule {}
