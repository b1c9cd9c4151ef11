-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "opinions_from" TEXT[] DEFAULT ARRAY[]::TEXT[],
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
