-- AlterTable
ALTER TABLE "category" ADD COLUMN     "changed_by" TEXT;
