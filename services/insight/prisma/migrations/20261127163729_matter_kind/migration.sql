-- AlterTable
ALTER TABLE "matter" ADD COLUMN     "kind" TEXT;
