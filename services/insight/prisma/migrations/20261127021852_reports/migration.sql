-- CreateTable
CREATE TABLE "report_event" (
    "subdistrict_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "report_event_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "whistle_number" TEXT,
    "is_whole" BOOLEAN NOT NULL,
    "community_ids" TEXT[],
    "department_ids" TEXT[],
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "request_key" TEXT,
    "state" TEXT NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claim" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "rows" INTEGER,
    "error_code" TEXT,
    "as_of" TIMESTAMPTZ(3),
    "definition_version" INTEGER,
    "rule_set_version" INTEGER,
    "file_key" TEXT,
    "file_bytes" INTEGER,
    "file_sha256" TEXT,
    "released_by" TEXT,
    "released_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_event_by_type" ON "report_event"("subdistrict_id", "type", "at");

-- CreateIndex
CREATE INDEX "report_newest" ON "report"("subdistrict_id", "requested_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_queue" ON "report"("state", "requested_at");

-- CreateIndex
CREATE INDEX "report_expiry" ON "report"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "report_request" ON "report"("subdistrict_id", "requested_by", "request_key");

-- CreateIndex
CREATE INDEX "moment_by_type" ON "moment"("subdistrict_id", "type", "at");

-- RowLevelSecurity
ALTER TABLE "report_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "report_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "report_event"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "report" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "report" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "report"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
