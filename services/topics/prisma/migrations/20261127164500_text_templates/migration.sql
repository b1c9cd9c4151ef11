-- CreateTable
CREATE TABLE "text_template" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "category_code" TEXT,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "text_template_subdistrict_id_use_title_key" ON "text_template"("subdistrict_id", "use", "title");

-- RowLevelSecurity
ALTER TABLE "text_template" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "text_template" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "text_template"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
