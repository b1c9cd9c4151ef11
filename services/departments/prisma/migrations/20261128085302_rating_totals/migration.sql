-- CreateTable
CREATE TABLE "department_rating" (
    "note_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "department_rating_pkey" PRIMARY KEY ("note_id")
);

-- CreateTable
CREATE TABLE "department_rating_total" (
    "subdistrict_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,

    CONSTRAINT "department_rating_total_pkey" PRIMARY KEY ("subdistrict_id","department_id","community_id")
);

-- Hand-written: those there are; before the indexes, which are built faster over all of them.
SET hsl.subdistrict = '*';
INSERT INTO "department_rating" ("note_id", "subdistrict_id", "department_id", "community_id", "rated_at")
    SELECT n."id", n."subdistrict_id", t."department_id", t."community_id", n."created_at"
    FROM "task_note" n JOIN "department_task" t ON t."id" = n."task_id" AND t."subdistrict_id" = n."subdistrict_id"
    WHERE n."kind" = 'communityRating';
INSERT INTO "department_rating_total" ("subdistrict_id", "department_id", "community_id", "n", "score")
    SELECT r."subdistrict_id", r."department_id", r."community_id", count(*), sum((n."body"->>'score')::int)
    FROM "department_rating" r JOIN "task_note" n ON n."id" = r."note_id" GROUP BY 1, 2, 3;

-- CreateIndex
CREATE INDEX "department_rating_subdistrict_id_department_id_rated_at_not_idx" ON "department_rating"("subdistrict_id", "department_id", "rated_at" DESC, "note_id");

-- CreateIndex
CREATE INDEX "department_rating_by_community_idx" ON "department_rating"("subdistrict_id", "department_id", "community_id", "rated_at" DESC, "note_id");

-- AddForeignKey
ALTER TABLE "department_rating" ADD CONSTRAINT "department_rating_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "task_note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Hand-written: not before, since a new foreign key is checked against the rows that this connection sees.
RESET hsl.subdistrict;

-- RowLevelSecurity
ALTER TABLE "department_rating" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "department_rating" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "department_rating"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "department_rating_total" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "department_rating_total" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "department_rating_total"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Hand-written: what is added is the difference to the word that stood, as the row itself says it: of two corrections at
-- once the second waits for the first. A rating without its task would be missing from the totals, so it fails.
CREATE FUNCTION "department_rating_follows"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    rated "department_rating";
BEGIN
    INSERT INTO "department_rating" ("note_id", "subdistrict_id", "department_id", "community_id", "rated_at")
        SELECT NEW."id", NEW."subdistrict_id", "department_id", "community_id", NEW."created_at"
        FROM "department_task" WHERE "id" = NEW."task_id"
        ON CONFLICT ("note_id") DO UPDATE SET "rated_at" = EXCLUDED."rated_at"
        RETURNING * INTO STRICT rated;
    INSERT INTO "department_rating_total" AS total ("subdistrict_id", "department_id", "community_id", "n", "score")
        VALUES (rated."subdistrict_id", rated."department_id", rated."community_id", (TG_OP = 'INSERT')::int,
            (NEW."body"->>'score')::int - coalesce((OLD."body"->>'score')::int, 0))
        ON CONFLICT ("subdistrict_id", "department_id", "community_id")
            DO UPDATE SET "n" = total."n" + EXCLUDED."n", "score" = total."score" + EXCLUDED."score";
    RETURN NULL;
END
$$;
CREATE TRIGGER "department_rating_follows" AFTER INSERT OR UPDATE OF "body" ON "task_note"
    FOR EACH ROW WHEN (NEW."kind" = 'communityRating') EXECUTE FUNCTION "department_rating_follows"();
