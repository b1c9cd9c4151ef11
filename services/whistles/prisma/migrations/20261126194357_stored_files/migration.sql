-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "uploaded_by" TEXT,
    "uploaded_role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stored_at" TIMESTAMPTZ(3),
    "attached_at" TIMESTAMPTZ(3),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stored_file_matter_id_created_at_idx" ON "stored_file"("matter_id", "created_at");

-- CreateIndex
CREATE INDEX "stored_file_attached_at_created_at_idx" ON "stored_file"("attached_at", "created_at");

-- RowLevelSecurity
ALTER TABLE "stored_file" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stored_file" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "stored_file"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
