-- CreateIndex
CREATE INDEX "timeline_entry_subdistrict_id_kind_position_idx" ON "timeline_entry"("subdistrict_id", "kind", "position");
