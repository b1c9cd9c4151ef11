-- CreateIndex
CREATE INDEX "card_subdistrict_id_kind_issued_at_id_idx" ON "card"("subdistrict_id", "kind", "issued_at", "id");

-- CreateIndex
CREATE INDEX "card_subdistrict_id_step_issued_at_id_idx" ON "card"("subdistrict_id", "step", "issued_at", "id");

-- CreateIndex
CREATE INDEX "card_whistle_id_idx" ON "card"("whistle_id");
