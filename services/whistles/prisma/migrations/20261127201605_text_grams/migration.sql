-- Hand-written: what words are found by, since Chinese has no blanks to cut at: each piece of one to three characters and,
-- within digits, of up to six; A to Z as small letters. src/matter/text-grams.ts seeks by the same rule.
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
CREATE TABLE "whistle_text" (
    "whistle_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "grams" TEXT[],

    CONSTRAINT "whistle_text_pkey" PRIMARY KEY ("whistle_id")
);

-- Hand-written: those there are; before the index, which is built faster over all of them.
SET hsl.subdistrict = '*';
INSERT INTO "whistle_text" ("whistle_id", "subdistrict_id", "grams")
    SELECT "id", "subdistrict_id", text_grams("number", "place", "facts") FROM "whistle";

-- CreateIndex
CREATE INDEX "whistle_text_grams_idx" ON "whistle_text" USING GIN ("grams");

-- AddForeignKey
ALTER TABLE "whistle_text" ADD CONSTRAINT "whistle_text_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "whistle"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Hand-written: not before, since a new foreign key is checked against the rows that this connection sees.
RESET hsl.subdistrict;

-- RowLevelSecurity
ALTER TABLE "whistle_text" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "whistle_text" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "whistle_text"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
