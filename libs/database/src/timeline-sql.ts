import { rowLevelSecuritySql } from './row-level-security-sql.js';

/** Copy into schema.prisma of a service that records decisions. */
export const TIMELINE_MODEL = `/// What happened to an aggregate, appended and never edited. One or more rows per decision.
model TimelineEntry {
  position      BigInt   @id @default(autoincrement())
  subdistrictId String   @map("subdistrict_id")
  aggregateId   String   @map("aggregate_id")
  /// Version of the aggregate after the decision.
  version       Int
  decisionId    String   @map("decision_id")
  kind          String
  fromState     String?  @map("from_state")
  toState       String?  @map("to_state")
  /// Absent where the clock acted.
  actorId       String?  @map("actor_id")
  actorRole     String?  @map("actor_role")
  at            DateTime @db.Timestamptz(3)
  details       Json     @default("{}")

  @@index([aggregateId, position])
  @@map("timeline_entry")
}
`;

/** What the model becomes in a migration. */
export const TIMELINE_SQL = `-- CreateTable
CREATE TABLE "timeline_entry" (
    "position" BIGSERIAL NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "aggregate_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "decision_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT,
    "actor_id" TEXT,
    "actor_role" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "timeline_entry_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE INDEX "timeline_entry_aggregate_id_position_idx" ON "timeline_entry"("aggregate_id", "position");

${rowLevelSecuritySql('timeline_entry')}`;
