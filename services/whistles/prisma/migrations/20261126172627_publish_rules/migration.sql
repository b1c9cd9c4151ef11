-- AlterTable
ALTER TABLE "rule_set" ADD COLUMN     "published_at" TIMESTAMPTZ(3);
