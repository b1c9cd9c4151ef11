-- CreateTable
CREATE TABLE "moment" (
    "subdistrict_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "moment_pkey" PRIMARY KEY ("case_id","event_id")
);

-- CreateTable
CREATE TABLE "fact" (
    "subdistrict_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "community_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "score" DECIMAL(12,3) NOT NULL,
    "hours" DECIMAL(12,3),
    "left_out" TEXT,
    "number" TEXT,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("case_id","kind","item")
);

-- CreateTable
CREATE TABLE "fact_day" (
    "subdistrict_id" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "n" INTEGER NOT NULL,
    "hits" INTEGER NOT NULL,
    "score" DECIMAL(14,3) NOT NULL,

    CONSTRAINT "fact_day_pkey" PRIMARY KEY ("subdistrict_id","dimension","key","kind","day")
);

-- CreateIndex
CREATE INDEX "fact_by_day" ON "fact"("subdistrict_id", "kind", "day", "case_id", "item");

-- RowLevelSecurity
ALTER TABLE "moment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "moment" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "moment"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "fact" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "fact" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "fact"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "fact_day" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "fact_day" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "fact_day"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
