import { rowLevelSecuritySql } from './row-level-security-sql.js';

/** Copy into schema.prisma of a service that takes requests with `Idempotency-Key`. */
export const IDEMPOTENT_REQUEST_MODEL = `/// Answers given, so that the same key with the same body is answered the same again.
model IdempotentRequest {
  subdistrictId String   @map("subdistrict_id")
  /// Who sent the key: a user or an API key; two callers may choose the same one.
  requesterId   String   @map("requester_id")
  key           String
  /// SHA-256 of the canonical body, hexadecimal.
  bodyHash      String   @map("body_hash")
  status        Int
  answer        Json     @db.Json
  createdAt     DateTime @default(now()) @map("created_at") @db.Timestamptz(3)

  @@id([subdistrictId, requesterId, key])
  @@index([createdAt])
  @@map("idempotent_request")
}
`;

/** What the model becomes in a migration. */
export const IDEMPOTENT_REQUEST_SQL = `-- CreateTable
CREATE TABLE "idempotent_request" (
    "subdistrict_id" TEXT NOT NULL,
    "requester_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_request_pkey" PRIMARY KEY ("subdistrict_id","requester_id","key")
);

-- CreateIndex
CREATE INDEX "idempotent_request_created_at_idx" ON "idempotent_request"("created_at");

${rowLevelSecuritySql('idempotent_request')}`;
