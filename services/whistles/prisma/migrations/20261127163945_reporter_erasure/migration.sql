-- CreateTable
CREATE TABLE "reporter_erasure" (
    "request_id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reporter_erasure_pkey" PRIMARY KEY ("request_id","reporter_id")
);

-- RowLevelSecurity
ALTER TABLE "reporter_erasure" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reporter_erasure" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "reporter_erasure"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
