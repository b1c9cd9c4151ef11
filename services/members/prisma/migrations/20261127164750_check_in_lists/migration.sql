-- CreateIndex
CREATE INDEX "check_in_by_state_idx" ON "check_in"("subdistrict_id", "state", "requested_at", "id");
