import { rowLevelSecuritySql } from './row-level-security-sql.js';

/** Copy into schema.prisma of a service that consumes events. */
export const INBOX_MODEL = `/// Events that have taken effect here, so that a repeat does not take effect again.
model InboxEvent {
  consumer      String
  eventId       String   @map("event_id")
  subdistrictId String   @map("subdistrict_id")
  handledAt     DateTime @default(now()) @map("handled_at") @db.Timestamptz(3)

  @@id([consumer, eventId])
  @@index([handledAt])
  @@map("inbox_event")
}

/// The newest event seen of each aggregate, for consumers that must not go back in time.
model InboxSequence {
  consumer      String
  source        String
  subject       String
  subdistrictId String @map("subdistrict_id")
  sequence      BigInt

  @@id([consumer, subdistrictId, source, subject])
  @@map("inbox_sequence")
}
`;

/** What the models become in a migration. */
export const INBOX_SQL = `-- CreateTable
CREATE TABLE "inbox_event" (
    "consumer" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("consumer","event_id")
);

-- CreateTable
CREATE TABLE "inbox_sequence" (
    "consumer" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "inbox_sequence_pkey" PRIMARY KEY ("consumer","subdistrict_id","source","subject")
);

-- CreateIndex
CREATE INDEX "inbox_event_handled_at_idx" ON "inbox_event"("handled_at");

${rowLevelSecuritySql('inbox_event')}
${rowLevelSecuritySql('inbox_sequence')}`;
