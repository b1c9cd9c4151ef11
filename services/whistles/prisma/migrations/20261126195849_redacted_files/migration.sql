-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "redaction_of" UUID;
