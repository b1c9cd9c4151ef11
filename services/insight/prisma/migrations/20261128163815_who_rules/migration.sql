-- AlterTable
ALTER TABLE "task" ADD COLUMN     "ruling" JSONB;
