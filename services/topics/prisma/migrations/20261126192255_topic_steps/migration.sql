-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "breakthrough_at" TIMESTAMPTZ(3),
ADD COLUMN     "breakthrough_by" TEXT,
ADD COLUMN     "consensus" TEXT,
ADD COLUMN     "deliberations" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "level" TEXT NOT NULL DEFAULT 'community',
ADD COLUMN     "member_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "nature" TEXT,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "plan_year" INTEGER,
ADD COLUMN     "problem_types" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "solving_at" TIMESTAMPTZ(3),
ADD COLUMN     "solving_by" TEXT,
ADD COLUMN     "strategy_tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "track" TEXT NOT NULL DEFAULT 'immediate';

-- CreateTable
CREATE TABLE "topic_note" (
    "subdistrict_id" TEXT NOT NULL,
    "topic_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "topic_note_pkey" PRIMARY KEY ("topic_id","version")
);

-- CreateIndex
CREATE INDEX "topic_subdistrict_id_plan_year_idx" ON "topic"("subdistrict_id", "plan_year");

-- AddForeignKey
ALTER TABLE "topic_note" ADD CONSTRAINT "topic_note_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "topic_note" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "topic_note" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "topic_note"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
