-- AlterTable
ALTER TABLE "rule_set" ADD COLUMN     "proposal_id" UUID;

-- AlterTable
ALTER TABLE "work_calendar" ADD COLUMN     "loaded_by" TEXT;

-- CreateTable
CREATE TABLE "rule_set_proposal" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT,
    "based_on" INTEGER NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "rule_set_version" INTEGER,
    "effective_from" TIMESTAMPTZ(3),

    CONSTRAINT "rule_set_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_rollout" (
    "subdistrict_id" TEXT NOT NULL,
    "calendar_version" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "position" UUID,
    "told" INTEGER NOT NULL DEFAULT 0,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_rollout_pkey" PRIMARY KEY ("subdistrict_id","calendar_version")
);

-- CreateTable
CREATE TABLE "calendar_warning" (
    "subdistrict_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "year" INTEGER NOT NULL,

    CONSTRAINT "calendar_warning_pkey" PRIMARY KEY ("subdistrict_id","day")
);

-- CreateTable
CREATE TABLE "duty_roster" (
    "subdistrict_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "liaison_user_id" TEXT NOT NULL,

    CONSTRAINT "duty_roster_pkey" PRIMARY KEY ("subdistrict_id","from_at")
);

-- CreateIndex
CREATE INDEX "rule_set_proposal_subdistrict_id_proposed_at_id_idx" ON "rule_set_proposal"("subdistrict_id", "proposed_at", "id");

-- CreateIndex
CREATE INDEX "calendar_rollout_done_at_idx" ON "calendar_rollout"("done_at");

-- CreateIndex
CREATE INDEX "duty_roster_subdistrict_id_day_idx" ON "duty_roster"("subdistrict_id", "day");

-- RowLevelSecurity
ALTER TABLE "rule_set_proposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rule_set_proposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "rule_set_proposal"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "calendar_rollout" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "calendar_rollout" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "calendar_rollout"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "calendar_warning" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "calendar_warning" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "calendar_warning"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "duty_roster" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "duty_roster" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "duty_roster"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
