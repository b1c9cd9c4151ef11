-- AlterTable
ALTER TABLE "department_task" ADD COLUMN     "ruled_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "department_task_ruled_idx" ON "department_task"("subdistrict_id", "ruled_at" DESC, "id" DESC);

-- Hand-written: rulings there were, from the history of their tasks.
SET hsl.subdistrict = '*';
UPDATE "department_task" t SET "ruled_at" = r."at"
FROM (
    SELECT "aggregate_id", max("at") AS "at" FROM "timeline_entry"
    WHERE "kind" IN ('disputeRuled', 'disputeSettled') GROUP BY "aggregate_id"
) AS r WHERE r."aggregate_id" = t."id"::text;
RESET hsl.subdistrict;
