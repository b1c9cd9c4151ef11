import { Module } from '@nestjs/common';
import type { PrismaPg } from '@prisma/adapter-pg';
import { AccessModule } from '@hsl/access/access.module';
import { KAFKA_TOPICS } from '@hsl/contracts/kafka-topics';
import { DatabaseModule } from '@hsl/database/database.module';
import { KafkaModule } from '@hsl/kafka/kafka.module';
import { PrismaClient } from './generated/prisma/client.js';
import { FailedNoticesModule } from './failed/failed-notices.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { RecipientsModule } from './recipients/recipients.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { StreamModule } from './stream/stream.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

const createClient = (adapter: PrismaPg): PrismaClient => new PrismaClient({ adapter });
const { whistles, members, departments, topics, access } = KAFKA_TOPICS;

/** Who is told what: facts of the others come in, rows of people's inboxes come out. */
@Module({
  imports: [
    AccessModule,
    DatabaseModule.forService({ name: 'notices', createClient }),
    KafkaModule.forService({ service: 'notices', topics: [whistles, members, departments, topics, access] }),
    RecipientsModule,
    InboxModule,
    StreamModule,
    SettingsModule,
    FailedNoticesModule,
    WebhooksModule,
  ],
})
export class AppModule {}
