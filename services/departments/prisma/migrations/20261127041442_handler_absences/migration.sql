-- CreateTable
CREATE TABLE "handler_absence" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "handler_id" TEXT NOT NULL,
    "substitute_id" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_by_role" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "passed_on_at" TIMESTAMPTZ(3),

    CONSTRAINT "handler_absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handler_absence_subdistrict_id_department_id_last_day_idx" ON "handler_absence"("subdistrict_id", "department_id", "last_day");

-- CreateIndex
CREATE INDEX "handler_absence_first_day_idx" ON "handler_absence"("first_day");

-- RowLevelSecurity
ALTER TABLE "handler_absence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "handler_absence" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "handler_absence"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
