-- AlterTable
ALTER TABLE "matter" ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "outcome" TEXT;

-- CreateTable
CREATE TABLE "member_involvement" (
    "subdistrict_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "is_open" BOOLEAN NOT NULL,

    CONSTRAINT "member_involvement_pkey" PRIMARY KEY ("subdistrict_id","member_id","whistle_id")
);

-- CreateIndex
CREATE INDEX "member_involvement_whistle_id_idx" ON "member_involvement"("whistle_id");

-- RowLevelSecurity
ALTER TABLE "member_involvement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "member_involvement" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "member_involvement"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Hand-written: as all that is read for lists, the tenant is asked for once per statement.
ALTER POLICY "tenant_isolation" ON "member_involvement"
    USING ((SELECT current_setting('hsl.subdistrict', true)) IN ('*', "subdistrict_id"))
    WITH CHECK ((SELECT current_setting('hsl.subdistrict', true)) IN ('*', "subdistrict_id"));
-- The matters that are there: their members from the snapshots, their ends from the events that figures keep.
SET hsl.subdistrict = '*';
INSERT INTO "member_involvement" ("subdistrict_id", "member_id", "whistle_id", "is_open")
SELECT DISTINCT m."subdistrict_id", i."id", m."whistle_id", m."is_open"
FROM "matter" m, jsonb_array_elements_text(m."snapshot"->'memberIds') AS i ("id");
UPDATE "matter" SET "ended_at" = coalesce("concluded_at", "updated_at") WHERE NOT "is_open";
UPDATE "matter" SET "ended_at" = e."at", "outcome" = e."outcome"
FROM (
  SELECT DISTINCT ON ("case_id") "case_id", to_timestamp(("data"->>'at')::numeric / 1000) AS "at",
    CASE "type" WHEN 'whistle.merged.v1' THEN 'merged' WHEN 'whistle.declined.v1' THEN 'notAccepted'
      WHEN 'whistle.withdrawn.v1' THEN CASE WHEN ("data"->>'lapsed')::boolean THEN 'lapsed' ELSE 'withdrawn' END
      ELSE "data"->>'outcome' END AS "outcome"
  FROM "moment"
  WHERE "type" IN ('whistle.concluded.v1', 'whistle.merged.v1', 'whistle.declined.v1', 'whistle.withdrawn.v1')
  ORDER BY "case_id", ("data"->>'at')::numeric DESC
) e
WHERE e."case_id" = "matter"."whistle_id" AND NOT "matter"."is_open" AND e."at" >= coalesce("matter"."concluded_at", e."at");
RESET hsl.subdistrict;
-- What has ended, newest first: of all, of a community.
CREATE INDEX "matter_ended" ON "matter" ("subdistrict_id", "ended_at", "number") WHERE NOT "is_open";
CREATE INDEX "matter_ended_by_community" ON "matter" ("subdistrict_id", "community_id", "ended_at", "number") WHERE NOT "is_open";
-- The open ones of a member.
CREATE INDEX "member_involvement_open" ON "member_involvement" ("subdistrict_id", "member_id", "whistle_id") WHERE "is_open";
