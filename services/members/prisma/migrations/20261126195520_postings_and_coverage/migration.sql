-- CreateTable
CREATE TABLE "area_proposal" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "first_day" DATE,
    "last_day" DATE,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "remark" TEXT,

    CONSTRAINT "area_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage_alert" (
    "subdistrict_id" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "missing_members" INTEGER NOT NULL,
    "missing_groups" INTEGER NOT NULL,
    "breached_since" TIMESTAMPTZ(3),

    CONSTRAINT "coverage_alert_pkey" PRIMARY KEY ("subdistrict_id","community_id")
);

-- CreateIndex
CREATE INDEX "area_proposal_subdistrict_id_proposed_at_id_idx" ON "area_proposal"("subdistrict_id", "proposed_at" DESC, "id" DESC);

-- RowLevelSecurity
ALTER TABLE "area_proposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "area_proposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "area_proposal"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "coverage_alert" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "coverage_alert" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "coverage_alert"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- No two postings of a member to a community overlap: days are inclusive. Trusted since PostgreSQL 13: the database's
-- owner may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "area_assignment" ADD CONSTRAINT "area_assignment_no_overlap"
    EXCLUDE USING gist ("member_id" WITH =, "community_id" WITH =, daterange("first_day", "last_day", '[]') WITH &&);
ALTER TABLE "area_proposal" ADD CONSTRAINT "area_proposal_change" CHECK (
    ("change" = 'begin' AND "first_day" IS NOT NULL AND ("last_day" IS NULL OR "first_day" <= "last_day"))
    OR ("change" = 'end' AND "last_day" IS NOT NULL));
