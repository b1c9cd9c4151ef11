-- AlterTable
ALTER TABLE "whistle" ADD COLUMN     "backlog_since" DATE,
ADD COLUMN     "beneficiary_count" INTEGER;
