-- AlterTable
ALTER TABLE "rule_set" ADD COLUMN     "published_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "work_calendar" ADD COLUMN     "published_at" TIMESTAMPTZ(3);
