-- AlterTable
ALTER TABLE "department" ADD COLUMN     "name" TEXT;

-- CreateTable
CREATE TABLE "sender_text" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "submission_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lead_department_id" TEXT,
    "promised_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "sender_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merged_whistle" (
    "subdistrict_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "master_id" UUID NOT NULL,

    CONSTRAINT "merged_whistle_pkey" PRIMARY KEY ("whistle_id")
);

-- CreateIndex
CREATE INDEX "sender_text_state_due_at_idx" ON "sender_text"("state", "due_at");

-- CreateIndex
CREATE INDEX "sender_text_settled_at_idx" ON "sender_text"("settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "sender_text_submission_id_event_id_key" ON "sender_text"("submission_id", "event_id");

-- CreateIndex
CREATE INDEX "merged_whistle_master_id_idx" ON "merged_whistle"("master_id");

-- CreateIndex
CREATE INDEX "submission_whistle_id_idx" ON "submission"("whistle_id");

-- RowLevelSecurity
ALTER TABLE "sender_text" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sender_text" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sender_text"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "merged_whistle" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "merged_whistle" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "merged_whistle"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
