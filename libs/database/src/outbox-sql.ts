import { rowLevelSecuritySql } from './row-level-security-sql.js';

/** Copy into schema.prisma of a service that publishes events. */
export const OUTBOX_MODEL = `/// Events on their way to Kafka, complete; the relay deletes a row once the broker has it.
model OutboxEvent {
  position      BigInt   @id @default(autoincrement())
  subdistrictId String   @map("subdistrict_id")
  /// Kafka key: the aggregate's id.
  subject       String
  envelope      Json     @db.Json
  createdAt     DateTime @default(now()) @map("created_at") @db.Timestamptz(3)

  @@map("outbox_event")
}
`;

/** What the model becomes in a migration. */
export const OUTBOX_SQL = `-- CreateTable
CREATE TABLE "outbox_event" (
    "position" BIGSERIAL NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "envelope" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("position")
);

${rowLevelSecuritySql('outbox_event')}`;
