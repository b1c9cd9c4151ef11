-- CreateTable
CREATE TABLE "known_calendar" (
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "first_year" INTEGER NOT NULL,
    "last_year" INTEGER NOT NULL,
    "holidays" TEXT[],
    "make_up_workdays" TEXT[],
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "position" UUID,
    "rolled_out_at" TIMESTAMPTZ(3),

    CONSTRAINT "known_calendar_pkey" PRIMARY KEY ("subdistrict_id")
);

-- RowLevelSecurity
ALTER TABLE "known_calendar" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "known_calendar" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "known_calendar"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
