-- CreateTable
CREATE TABLE "topic_facet" (
    "topic_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "facet" TEXT NOT NULL,

    CONSTRAINT "topic_facet_pkey" PRIMARY KEY ("topic_id","facet")
);

-- Hand-written: what a topic is found by; services/topics/src/topics/topic-facets.ts seeks by the same names.
CREATE FUNCTION "topic_facets_of"("one" "topic") RETURNS TEXT[] LANGUAGE sql STABLE AS $$
    SELECT ARRAY(
        SELECT 'community:' || "id" FROM unnest("one"."community_ids") AS "id"
        UNION SELECT 'problemType:' || "code" FROM unnest("one"."problem_types") AS "code"
        UNION SELECT 'strategyTag:' || "id" FROM unnest("one"."strategy_tags") AS "id"
    )
$$;

-- Hand-written: those there are; before the index, which is built faster over all of them.
SET hsl.subdistrict = '*';
INSERT INTO "topic_facet" ("topic_id", "subdistrict_id", "facet")
    SELECT "topic"."id", "topic"."subdistrict_id", unnest(topic_facets_of("topic")) FROM "topic";

-- CreateIndex
CREATE INDEX "topic_facet_subdistrict_id_facet_topic_id_idx" ON "topic_facet"("subdistrict_id", "facet", "topic_id");

-- CreateIndex
CREATE INDEX "topic_published_newest_idx" ON "topic"("subdistrict_id", "published", "proposed_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "topic_facet" ADD CONSTRAINT "topic_facet_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Hand-written: not before, since a new foreign key is checked against the rows that this connection sees.
RESET hsl.subdistrict;

-- RowLevelSecurity
ALTER TABLE "topic_facet" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "topic_facet" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "topic_facet"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Hand-written: seed, imports and decisions write "topic" alone. Two changes of one topic wait for each other at its row.
CREATE FUNCTION "topic_facets_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "topic_facet" WHERE "topic_id" = NEW."id" AND "facet" <> ALL (topic_facets_of(NEW));
    INSERT INTO "topic_facet" ("topic_id", "subdistrict_id", "facet")
        SELECT NEW."id", NEW."subdistrict_id", unnest(topic_facets_of(NEW)) ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER "topic_facets_follow"
    AFTER INSERT OR UPDATE OF "community_ids", "problem_types", "strategy_tags" ON "topic"
    FOR EACH ROW EXECUTE FUNCTION "topic_facets_follow"();
