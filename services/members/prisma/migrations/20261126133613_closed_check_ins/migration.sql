-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "closed_at" TIMESTAMPTZ(3);

-- Hand-written: what has ended so far, and an index of what is open (Prisma knows no partial indexes).
SET hsl.subdistrict = '*';
UPDATE "check_in" SET "closed_at" = w."ended_at"
FROM "known_whistle" w WHERE w."id" = "check_in"."whistle_id" AND w."ended_at" IS NOT NULL;
RESET hsl.subdistrict;
DROP INDEX "check_in_open_load_idx";
CREATE INDEX "check_in_open_load_idx" ON "check_in"("member_id")
WHERE "closed_at" IS NULL AND "state" IN ('REQUESTED', 'CONFIRMED', 'ON_SITE');
