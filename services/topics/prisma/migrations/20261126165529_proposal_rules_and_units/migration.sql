-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "calendar_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "opinions_from" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "return_until" TIMESTAMPTZ(3),
ADD COLUMN     "rule_set_version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "department" (
    "subdistrict_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "department_pkey" PRIMARY KEY ("subdistrict_id","department_id")
);

-- CreateTable
CREATE TABLE "proposal_rules" (
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "time_scale" DOUBLE PRECISION NOT NULL,
    "limits" JSONB NOT NULL,

    CONSTRAINT "proposal_rules_pkey" PRIMARY KEY ("subdistrict_id","version")
);

-- CreateTable
CREATE TABLE "work_calendar" (
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "first_year" INTEGER NOT NULL,
    "last_year" INTEGER NOT NULL,
    "holidays" TEXT[],
    "make_up_workdays" TEXT[],

    CONSTRAINT "work_calendar_pkey" PRIMARY KEY ("subdistrict_id","version")
);

-- CreateIndex
CREATE INDEX "proposal_subdistrict_id_calendar_version_state_idx" ON "proposal"("subdistrict_id", "calendar_version", "state");

-- RowLevelSecurity
ALTER TABLE "department" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "department" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "department"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "proposal_rules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "proposal_rules" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "proposal_rules"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "work_calendar" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "work_calendar" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "work_calendar"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
