-- CreateTable
CREATE TABLE "session_community" (
    "session_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,

    CONSTRAINT "session_community_pkey" PRIMARY KEY ("session_id","community_id")
);

-- Hand-written: those there are; before the index, which is built faster over all of them.
SET hsl.subdistrict = '*';
INSERT INTO "session_community" ("session_id", "subdistrict_id", "community_id")
    SELECT DISTINCT "id", "subdistrict_id", unnest("community_ids") FROM "session";

-- CreateIndex
CREATE INDEX "session_community_subdistrict_id_community_id_session_id_idx" ON "session_community"("subdistrict_id", "community_id", "session_id");

-- CreateIndex
CREATE INDEX "session_publication_subdistrict_id_published_at_id_idx" ON "session_publication"("subdistrict_id", "published_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "session_community" ADD CONSTRAINT "session_community_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Hand-written: not before, since a new foreign key is checked against the rows that this connection sees.
RESET hsl.subdistrict;

-- RowLevelSecurity
ALTER TABLE "session_community" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "session_community" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "session_community"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Hand-written: recorders, imports and fixtures write "session" alone. Two changes of one session wait for each other at its
-- row.
CREATE FUNCTION "session_communities_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "session_community" WHERE "session_id" = NEW."id" AND "community_id" <> ALL (coalesce(NEW."community_ids", '{}'));
    INSERT INTO "session_community" ("session_id", "subdistrict_id", "community_id")
        SELECT NEW."id", NEW."subdistrict_id", unnest(NEW."community_ids") ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER "session_communities_follow"
    AFTER INSERT OR UPDATE OF "community_ids" ON "session"
    FOR EACH ROW EXECUTE FUNCTION "session_communities_follow"();
