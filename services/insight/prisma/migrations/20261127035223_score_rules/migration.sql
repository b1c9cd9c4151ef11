-- CreateTable
CREATE TABLE "score_rules" (
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "weights" JSONB NOT NULL,

    CONSTRAINT "score_rules_pkey" PRIMARY KEY ("subdistrict_id","version")
);

-- RowLevelSecurity
ALTER TABLE "score_rules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "score_rules" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "score_rules"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
