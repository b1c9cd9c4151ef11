-- AlterTable
ALTER TABLE "reconciliation_report" ADD COLUMN     "owner" TEXT NOT NULL DEFAULT 'whistles';
