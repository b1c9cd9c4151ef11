-- CreateTable
CREATE TABLE "whistle_distinction" (
    "subdistrict_id" TEXT NOT NULL,
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "said_by" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "whistle_distinction_pkey" PRIMARY KEY ("subdistrict_id","one_id","other_id")
);

-- CreateIndex
CREATE INDEX "whistle_distinction_subdistrict_id_other_id_idx" ON "whistle_distinction"("subdistrict_id", "other_id");

-- RowLevelSecurity
ALTER TABLE "whistle_distinction" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "whistle_distinction" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "whistle_distinction"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
