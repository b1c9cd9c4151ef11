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
CREATE TABLE "member_text" (
    "member_id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "grams" TEXT[],

    CONSTRAINT "member_text_pkey" PRIMARY KEY ("member_id")
);

-- Hand-written: those there are; before the index, which is built faster over all of them.
SET hsl.subdistrict = '*';
INSERT INTO "member_text" ("member_id", "subdistrict_id", "grams")
    SELECT "id", "subdistrict_id", text_grams("name") FROM "member";

-- CreateIndex
CREATE INDEX "member_text_grams_idx" ON "member_text" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "member_subdistrict_id_sector_id_idx" ON "member"("subdistrict_id", "sector", "id");

-- CreateIndex
CREATE INDEX "member_skills_idx" ON "member" USING GIN ("skills");

-- AddForeignKey
ALTER TABLE "member_text" ADD CONSTRAINT "member_text_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Hand-written: not before, since a new foreign key is checked against the rows that this connection sees.
RESET hsl.subdistrict;

-- RowLevelSecurity
ALTER TABLE "member_text" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "member_text" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "member_text"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Hand-written: seed, import and whoever changes a name write "member" alone.
CREATE FUNCTION "member_text_follows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW."name" IS NOT DISTINCT FROM OLD."name" THEN RETURN NULL; END IF;
    INSERT INTO "member_text" ("member_id", "subdistrict_id", "grams") VALUES (NEW."id", NEW."subdistrict_id", text_grams(NEW."name"))
        ON CONFLICT ("member_id") DO UPDATE SET "grams" = EXCLUDED."grams";
    RETURN NULL;
END
$$;
CREATE TRIGGER "member_text_follows" AFTER INSERT OR UPDATE OF "name" ON "member"
    FOR EACH ROW EXECUTE FUNCTION "member_text_follows"();
