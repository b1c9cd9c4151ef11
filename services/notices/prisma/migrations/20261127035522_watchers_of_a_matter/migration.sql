-- CreateIndex
CREATE INDEX "notice_subdistrict_id_whistle_id_user_id_idx" ON "notice"("subdistrict_id", "whistle_id", "user_id");
