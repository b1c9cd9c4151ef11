-- CreateTable
CREATE TABLE "community_watch" (
    "subdistrict_id" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "watched_since" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "told" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "community_watch_pkey" PRIMARY KEY ("subdistrict_id","community_id")
);

-- RowLevelSecurity
ALTER TABLE "community_watch" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "community_watch" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "community_watch"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
