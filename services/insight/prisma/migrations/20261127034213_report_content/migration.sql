-- AlterTable
ALTER TABLE "report" ADD COLUMN     "content" JSONB;
