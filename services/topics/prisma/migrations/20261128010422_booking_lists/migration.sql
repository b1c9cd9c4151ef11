-- CreateIndex
CREATE INDEX "booking_subdistrict_id_room_id_starts_at_id_idx" ON "booking"("subdistrict_id", "room_id", "starts_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "booking_subdistrict_id_state_starts_at_id_idx" ON "booking"("subdistrict_id", "state", "starts_at" DESC, "id" DESC);
