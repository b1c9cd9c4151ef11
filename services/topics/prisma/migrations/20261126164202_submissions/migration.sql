-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "endorsements" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "qr_key" (
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "qr_key_pkey" PRIMARY KEY ("subdistrict_id","version")
);

-- CreateTable
CREATE TABLE "qr_point" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "estate_id" TEXT,
    "category_code" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "key_version" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "qr_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "tracking_hash" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "qr_point_id" UUID,
    "category_code" TEXT,
    "place" TEXT,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "entered_by" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "screened_at" TIMESTAMPTZ(3),
    "handed_to_community" BOOLEAN NOT NULL DEFAULT false,
    "topic_id" UUID,
    "merged_into" UUID,
    "reason_code" TEXT,
    "answer" TEXT,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_contact" (
    "submission_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "name" TEXT,
    "phone" TEXT NOT NULL,
    "consented_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_contact_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "topic_endorsement" (
    "subdistrict_id" TEXT NOT NULL,
    "topic_id" UUID NOT NULL,
    "endorser_hash" TEXT NOT NULL,
    "endorsed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_endorsement_pkey" PRIMARY KEY ("topic_id","endorser_hash")
);

-- CreateIndex
CREATE INDEX "qr_point_subdistrict_id_created_at_id_idx" ON "qr_point"("subdistrict_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "submission_tracking_hash_key" ON "submission"("tracking_hash");

-- CreateIndex
CREATE INDEX "submission_subdistrict_id_received_at_id_idx" ON "submission"("subdistrict_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "submission_subdistrict_id_community_id_received_at_id_idx" ON "submission"("subdistrict_id", "community_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "submission_qr_point_id_received_at_idx" ON "submission"("qr_point_id", "received_at" DESC);

-- CreateIndex
CREATE INDEX "topic_subdistrict_id_endorsements_id_idx" ON "topic"("subdistrict_id", "endorsements" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "submission_contact" ADD CONSTRAINT "submission_contact_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_endorsement" ADD CONSTRAINT "topic_endorsement_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "qr_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "qr_key" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "qr_key"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "qr_point" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "qr_point" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "qr_point"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "submission" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "submission" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "submission"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "submission_contact" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "submission_contact" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "submission_contact"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "topic_endorsement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "topic_endorsement" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "topic_endorsement"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- S111: nothing ends without a written answer.
ALTER TABLE "submission" ADD CONSTRAINT "submission_ends_answered"
    CHECK ("state" = 'RECEIVED' OR ("answer" IS NOT NULL AND btrim("answer") <> '' AND "answered_at" IS NOT NULL));
