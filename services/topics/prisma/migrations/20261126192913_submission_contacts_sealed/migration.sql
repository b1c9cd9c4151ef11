-- AlterTable
ALTER TABLE "qr_key" ADD COLUMN     "created_by" TEXT;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "whistle_id" UUID;

-- AlterTable
ALTER TABLE "submission_contact" ADD COLUMN     "key_id" TEXT,
ADD COLUMN     "sealed" BYTEA,
ALTER COLUMN "phone" DROP NOT NULL;

-- CreateTable
CREATE TABLE "submission_addition" (
    "subdistrict_id" TEXT NOT NULL,
    "submission_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "added_by" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_addition_pkey" PRIMARY KEY ("submission_id","version")
);

-- CreateTable
CREATE TABLE "known_whistle" (
    "subdistrict_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "community_id" TEXT NOT NULL,

    CONSTRAINT "known_whistle_pkey" PRIMARY KEY ("whistle_id")
);

-- CreateIndex
CREATE INDEX "submission_contact_key_id_idx" ON "submission_contact"("key_id");

-- AddForeignKey
ALTER TABLE "submission_addition" ADD CONSTRAINT "submission_addition_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "submission_addition" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "submission_addition" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "submission_addition"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "known_whistle" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "known_whistle" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "known_whistle"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- What its sender took back needs no answer; every other end does (S111).
ALTER TABLE "submission" DROP CONSTRAINT "submission_ends_answered";
ALTER TABLE "submission" ADD CONSTRAINT "submission_ends_answered"
    CHECK ("state" IN ('RECEIVED', 'WITHDRAWN')
        OR ("answer" IS NOT NULL AND btrim("answer") <> '' AND "answered_at" IS NOT NULL));

-- A contact is sealed with a named key, or an old row that waits for the sweep; never both.
ALTER TABLE "submission_contact" ADD CONSTRAINT "submission_contact_sealed_or_old"
    CHECK (("sealed" IS NULL AND "key_id" IS NULL AND "phone" IS NOT NULL)
        OR ("sealed" IS NOT NULL AND "key_id" IS NOT NULL AND "phone" IS NULL AND "name" IS NULL));
