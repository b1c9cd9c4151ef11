-- AlterTable
ALTER TABLE "whistle" ADD COLUMN     "master_id" UUID,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "progress" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "red_carded_at" TIMESTAMPTZ(3),
ADD COLUMN     "reopened_at" TIMESTAMPTZ(3),
ADD COLUMN     "reporter_count" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "reporter" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "name" TEXT,
    "phone" TEXT,
    "channel" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "satisfaction" TEXT,
    "solved" TEXT,
    "revisited_at" TIMESTAMPTZ(3),
    "revisited_by" TEXT,

    CONSTRAINT "reporter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisit_attempt" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "note" TEXT,
    "attempted_by" TEXT NOT NULL,
    "attempted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revisit_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reporter_whistle_id_idx" ON "reporter"("whistle_id");

-- CreateIndex
CREATE INDEX "revisit_attempt_whistle_id_attempted_at_idx" ON "revisit_attempt"("whistle_id", "attempted_at");

-- RowLevelSecurity
ALTER TABLE "reporter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reporter" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "reporter"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "revisit_attempt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "revisit_attempt" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "revisit_attempt"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
