-- CreateTable
CREATE TABLE "place_name" (
    "subdistrict_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "place_name_pkey" PRIMARY KEY ("subdistrict_id","id")
);

-- RowLevelSecurity
ALTER TABLE "place_name" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "place_name" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "place_name"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
