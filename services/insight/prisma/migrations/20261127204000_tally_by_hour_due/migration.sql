-- Hand-written: counters of what is due by the hour, of the matters that are there; and an index that finds past hours.
SET hsl.subdistrict = '*';
UPDATE "matter" SET "tallied" = COALESCE("tallied", '[]') || d."cells"
FROM (
  SELECT m."whistle_id", jsonb_agg(jsonb_build_object(
    'figure', c."figure", 'place', c."place", 'key', to_char(c."due_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24'), 'n', 1)
    ORDER BY c."position") AS "cells"
  FROM "matter" m, LATERAL (
    SELECT 'due' AS "figure", m."community_id" AS "place", m."due_at", 0 AS "position"
    UNION ALL
    SELECT 'dueTasks', w."party"->>'id', to_timestamp(min((w."party"->>'dueAt')::numeric) / 1000), min(w."position")
    FROM jsonb_array_elements(m."waiting_for") WITH ORDINALITY AS w ("party", "position")
    WHERE w."party"->>'kind' = 'department' GROUP BY w."party"->>'id'
  ) c
  WHERE m."is_open" AND c."due_at" IS NOT NULL GROUP BY m."whistle_id"
) d WHERE d."whistle_id" = "matter"."whistle_id";
INSERT INTO "tally" ("subdistrict_id", "figure", "place", "key", "n")
SELECT m."subdistrict_id", c->>'figure', c->>'place', c->>'key', count(*)
FROM "matter" m, jsonb_array_elements(m."tallied") AS c WHERE c->>'figure' IN ('due', 'dueTasks')
GROUP BY m."subdistrict_id", c->>'figure', c->>'place', c->>'key';
RESET hsl.subdistrict;
CREATE INDEX "tally_by_hour" ON "tally" ("subdistrict_id", "figure", "key", "place") WHERE "figure" IN ('due', 'dueTasks');
