-- AlterTable
ALTER TABLE "whistle" ADD COLUMN     "repeat_of" UUID;

-- CreateTable
CREATE TABLE "monthly_theme" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "repeats" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "ruled_by" TEXT,
    "ruled_at" TIMESTAMPTZ(3),
    "ruling_reason" TEXT,

    CONSTRAINT "monthly_theme_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "monthly_theme_subdistrict_id_month_category_code_idx" ON "monthly_theme"("subdistrict_id", "month", "category_code");

-- CreateIndex
CREATE INDEX "whistle_subdistrict_id_category_code_blown_at_idx" ON "whistle"("subdistrict_id", "category_code", "blown_at");

-- CreateIndex
CREATE INDEX "whistle_subdistrict_id_community_id_concluded_at_idx" ON "whistle"("subdistrict_id", "community_id", "concluded_at");

-- RowLevelSecurity
ALTER TABLE "monthly_theme" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "monthly_theme" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "monthly_theme"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Repeats are few: the count of a month reads them alone.
CREATE INDEX "whistle_repeat_idx" ON "whistle"("subdistrict_id", "blown_at", "category_code") WHERE "repeat_of" IS NOT NULL;

-- A category is put forward for a month once; after a refusal it may be again.
CREATE UNIQUE INDEX "monthly_theme_once_idx" ON "monthly_theme"("subdistrict_id", "month", "category_code") WHERE "state" <> 'REFUSED';
