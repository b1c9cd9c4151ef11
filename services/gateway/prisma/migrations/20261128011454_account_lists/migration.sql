-- Hand-written: what words are found by, since Chinese has no blanks to cut at: each piece of one to three characters and,
-- within digits, of up to six; A to Z as small letters. libs/database/src/text-grams.ts seeks by the same rule.
CREATE FUNCTION text_grams(VARIADIC words TEXT[]) RETURNS TEXT[] LANGUAGE sql STABLE AS $$
    WITH told AS (
        SELECT translate(array_to_string(words, E'\n'), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') AS small
    )
    SELECT ARRAY(
        SELECT DISTINCT substr(small, start, size)
        FROM told, generate_series(1, length(small)) AS start, generate_series(1, 3) AS size
        UNION ALL
        SELECT substr(run[1], start, size)
        FROM told, regexp_matches(small, '[0-9]{4,}', 'g') AS run, generate_series(4, 6) AS size,
            generate_series(1, length(run[1]) - size + 1) AS start
    )
$$;

-- CreateTable
CREATE TABLE "user_text" (
    "user_id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "grams" TEXT[],

    CONSTRAINT "user_text_pkey" PRIMARY KEY ("user_id")
);

-- Hand-written: those there are; before the index, which is built faster over all of them.
SET hsl.subdistrict = '*';
INSERT INTO "user_text" ("user_id", "subdistrict_id", "grams")
    SELECT "id", "subdistrict_id", text_grams("user_name", "name") FROM "app_user";

-- CreateIndex
CREATE INDEX "user_text_grams_idx" ON "user_text" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "app_user_subdistrict_id_active_user_name_idx" ON "app_user"("subdistrict_id", "active", "user_name");

-- CreateIndex
CREATE INDEX "user_post_subdistrict_id_role_user_id_idx" ON "user_post"("subdistrict_id", "role", "user_id");

-- CreateIndex
CREATE INDEX "user_post_subdistrict_id_department_id_user_id_idx" ON "user_post"("subdistrict_id", "department_id", "user_id");

-- CreateIndex
CREATE INDEX "user_post_community_ids_idx" ON "user_post" USING GIN ("community_ids");

-- AddForeignKey
ALTER TABLE "user_text" ADD CONSTRAINT "user_text_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Hand-written: not before, since a new foreign key is checked against the rows that this connection sees.
RESET hsl.subdistrict;

-- RowLevelSecurity
ALTER TABLE "user_text" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "user_text" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "user_text"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Hand-written: seed, import and whoever changes a name write "app_user" alone.
CREATE FUNCTION "user_text_follows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW."user_name", NEW."name") IS NOT DISTINCT FROM (OLD."user_name", OLD."name") THEN RETURN NULL; END IF;
    INSERT INTO "user_text" ("user_id", "subdistrict_id", "grams") VALUES (NEW."id", NEW."subdistrict_id", text_grams(NEW."user_name", NEW."name"))
        ON CONFLICT ("user_id") DO UPDATE SET "grams" = EXCLUDED."grams";
    RETURN NULL;
END
$$;
CREATE TRIGGER "user_text_follows" AFTER INSERT OR UPDATE OF "user_name", "name" ON "app_user"
    FOR EACH ROW EXECUTE FUNCTION "user_text_follows"();
