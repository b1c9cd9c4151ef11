-- CreateTable
CREATE TABLE "point_entry" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "half" INTEGER NOT NULL,
    "source_id" TEXT NOT NULL,
    "earned_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "point_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_account" (
    "subdistrict_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "member_id" TEXT,

    CONSTRAINT "known_account_pkey" PRIMARY KEY ("subdistrict_id","user_id")
);

-- CreateIndex
CREATE INDEX "point_entry_subdistrict_id_member_id_year_earned_at_id_idx" ON "point_entry"("subdistrict_id", "member_id", "year", "earned_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "point_entry_subdistrict_id_source_id_idx" ON "point_entry"("subdistrict_id", "source_id");

-- RowLevelSecurity
ALTER TABLE "point_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "point_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "point_entry"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "known_account" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "known_account" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "known_account"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
