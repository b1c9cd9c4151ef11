-- CreateTable
CREATE TABLE "revisit_call" (
    "whistle_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "held_by" TEXT NOT NULL,
    "holder_name" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revisit_call_pkey" PRIMARY KEY ("whistle_id")
);

-- CreateIndex
CREATE INDEX "revisit_call_subdistrict_id_until_idx" ON "revisit_call"("subdistrict_id", "until");

-- RowLevelSecurity
ALTER TABLE "revisit_call" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "revisit_call" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "revisit_call"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
