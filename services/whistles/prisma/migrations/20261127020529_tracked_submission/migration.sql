-- CreateTable
CREATE TABLE "tracked_submission" (
    "sender_hash" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "submission_id" UUID NOT NULL,
    "whistle_id" UUID NOT NULL,
    "reporter_id" UUID,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tracked_submission_pkey" PRIMARY KEY ("sender_hash")
);

-- CreateIndex
CREATE INDEX "tracked_submission_whistle_id_idx" ON "tracked_submission"("whistle_id");

-- RowLevelSecurity
ALTER TABLE "tracked_submission" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tracked_submission" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "tracked_submission"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
