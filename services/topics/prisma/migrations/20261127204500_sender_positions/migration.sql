-- CreateTable
CREATE TABLE "submission_position" (
    "submission_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "submission_position_pkey" PRIMARY KEY ("submission_id")
);

-- CreateIndex
CREATE INDEX "submission_position_key_id_idx" ON "submission_position"("key_id");

-- AddForeignKey
ALTER TABLE "submission_position" ADD CONSTRAINT "submission_position_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "submission_position" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "submission_position" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "submission_position"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
