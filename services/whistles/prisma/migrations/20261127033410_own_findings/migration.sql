-- AlterTable
ALTER TABLE "whistle" ADD COLUMN     "origin" TEXT,
ADD COLUMN     "origin_id" UUID;
