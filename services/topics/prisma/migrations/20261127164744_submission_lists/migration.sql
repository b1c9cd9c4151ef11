-- CreateIndex
CREATE INDEX "session_by_state_idx" ON "session"("subdistrict_id", "state", "convened_at", "id");

-- CreateIndex
CREATE INDEX "submission_by_state_idx" ON "submission"("subdistrict_id", "state", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "submission_by_category_idx" ON "submission"("subdistrict_id", "category_code", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "submission_by_channel_idx" ON "submission"("subdistrict_id", "channel", "received_at" DESC, "id" DESC);
