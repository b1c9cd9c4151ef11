-- CreateTable
CREATE TABLE "known_community" (
    "subdistrict_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "known_community_pkey" PRIMARY KEY ("subdistrict_id","id")
);

-- CreateTable
CREATE TABLE "register_entry" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "community_id" TEXT,
    "department_id" TEXT,
    "member_id" TEXT,
    "marks" TEXT[],
    "facts" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "register_entry_subdistrict_id_register_created_at_id_idx" ON "register_entry"("subdistrict_id", "register", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "register_entry_subdistrict_id_register_community_id_created_idx" ON "register_entry"("subdistrict_id", "register", "community_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "register_entry_subdistrict_id_register_member_id_created_at_idx" ON "register_entry"("subdistrict_id", "register", "member_id", "created_at" DESC, "id" DESC);

-- RowLevelSecurity
ALTER TABLE "known_community" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "known_community" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "known_community"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "register_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "register_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "register_entry"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
