-- CreateTable
CREATE TABLE "submission_clock" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stages" INTEGER NOT NULL,
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "submission_clock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "submission_clock_state_idx" ON "submission_clock"("state");

-- RowLevelSecurity
ALTER TABLE "submission_clock" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "submission_clock" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "submission_clock"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- What waits for its screening is looked for every few seconds.
CREATE INDEX "submission_waits_for_screening" ON "submission" ("received_at") WHERE "state" = 'RECEIVED' AND "screened_at" IS NULL;
