-- AlterTable
ALTER TABLE "estate" ADD COLUMN     "buildings" INTEGER,
ADD COLUMN     "elderly_percent" INTEGER,
ADD COLUMN     "manager" TEXT;
