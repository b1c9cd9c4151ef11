-- AlterTable
ALTER TABLE "qr_point" ADD COLUMN     "venue_id" UUID;
