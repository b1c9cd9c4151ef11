-- CreateTable
CREATE TABLE "phone_code" (
    "phone_key" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_count" INTEGER NOT NULL,

    CONSTRAINT "phone_code_pkey" PRIMARY KEY ("phone_key")
);

-- CreateIndex
CREATE INDEX "phone_code_subdistrict_id_first_at_idx" ON "phone_code"("subdistrict_id", "first_at");

-- RowLevelSecurity
ALTER TABLE "phone_code" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "phone_code" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "phone_code"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
