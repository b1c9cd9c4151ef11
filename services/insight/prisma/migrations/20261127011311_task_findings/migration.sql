-- AlterTable
ALTER TABLE "projection_finding" ADD COLUMN     "task_id" UUID;
