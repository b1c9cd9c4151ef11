-- CreateTable
CREATE TABLE "whistle_follow" (
    "subdistrict_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "seen_version" INTEGER NOT NULL,
    "followed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "whistle_follow_pkey" PRIMARY KEY ("subdistrict_id","user_id","whistle_id")
);

-- CreateIndex
CREATE INDEX "whistle_follow_subdistrict_id_user_id_followed_at_whistle_i_idx" ON "whistle_follow"("subdistrict_id", "user_id", "followed_at" DESC, "whistle_id" DESC);

-- RowLevelSecurity
ALTER TABLE "whistle_follow" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "whistle_follow" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "whistle_follow"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
