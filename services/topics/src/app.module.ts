import { AccessModule } from '@hsl/access/access.module';
import { KAFKA_TOPICS } from '@hsl/contracts/kafka-topics';
import { DatabaseModule } from '@hsl/database/database.module';
import { KafkaModule } from '@hsl/kafka/kafka.module';
import { Module } from '@nestjs/common';
import { CategoriesModule } from './categories/categories.module.js';
import { ChildrenModule } from './children/children.module.js';
import { CommunitiesModule } from './communities/communities.module.js';
import { createPrismaClient } from './database.js';
import { TopicsModule } from './topics/topics.module.js';

/** Categories, and the topics a whistle may belong to. Runs no workflow yet. */
@Module({
  imports: [
    AccessModule,
    DatabaseModule.forService({ name: 'topics', createClient: createPrismaClient }),
    KafkaModule.forService({ service: 'topics', topics: [KAFKA_TOPICS.whistles] }),
    CategoriesModule,
    CommunitiesModule,
    ChildrenModule,
    TopicsModule,
  ],
})
export class AppModule {}
