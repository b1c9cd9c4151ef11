-- CreateTable
CREATE TABLE "projection_finding" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "held_state" TEXT,
    "held_version" INTEGER,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "projection_finding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "projection_finding_subdistrict_id_found_at_id_idx" ON "projection_finding"("subdistrict_id", "found_at" DESC, "id" DESC);

-- RowLevelSecurity
ALTER TABLE "projection_finding" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "projection_finding" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "projection_finding"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
