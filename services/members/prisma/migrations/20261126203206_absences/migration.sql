-- CreateTable
CREATE TABLE "member_absence" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "reason" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "member_absence_subdistrict_id_member_id_last_day_idx" ON "member_absence"("subdistrict_id", "member_id", "last_day");

-- RowLevelSecurity
ALTER TABLE "member_absence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "member_absence" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "member_absence"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
