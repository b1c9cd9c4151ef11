-- CreateIndex
CREATE INDEX "audit_entry_subdistrict_id_action_sequence_idx" ON "audit_entry"("subdistrict_id", "action", "sequence");

-- CreateIndex
CREATE INDEX "audit_entry_subdistrict_id_at_idx" ON "audit_entry"("subdistrict_id", "at");
