-- AlterTable
ALTER TABLE "waiting" ADD COLUMN     "is_first" BOOLEAN NOT NULL DEFAULT false;

-- Hand-written: of all that a party owes a matter, what is due first.
SET hsl.subdistrict = '*';
UPDATE "waiting" SET "is_first" = true
FROM (
    SELECT DISTINCT ON ("whistle_id", "kind", "party_id") "whistle_id", "kind", "party_id", "step"
    FROM "waiting" ORDER BY "whistle_id", "kind", "party_id", "due_at", "step"
) AS one
WHERE "waiting"."whistle_id" = one."whistle_id" AND "waiting"."kind" = one."kind"
    AND "waiting"."party_id" = one."party_id" AND "waiting"."step" = one."step";
RESET hsl.subdistrict;
ALTER TABLE "waiting" ALTER COLUMN "is_first" DROP DEFAULT;

-- A board that counts what each department is late with need not look whether it was late with something before.
DROP INDEX "waiting_open_departments";
CREATE INDEX "waiting_first_of_departments" ON "waiting" ("subdistrict_id", "due_at", "party_id", "whistle_id")
    WHERE "is_open" AND "is_first" AND "kind" = 'department';
