-- CreateTable
CREATE TABLE "reconciliation_report" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "checked" INTEGER NOT NULL,
    "repaired" INTEGER NOT NULL,
    "reported" INTEGER NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "reconciliation_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reconciliation_report_subdistrict_id_started_at_id_idx" ON "reconciliation_report"("subdistrict_id", "started_at", "id");

-- RowLevelSecurity
ALTER TABLE "reconciliation_report" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reconciliation_report" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "reconciliation_report"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
