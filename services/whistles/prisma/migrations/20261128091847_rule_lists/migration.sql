-- CreateIndex
CREATE INDEX "rule_set_subdistrict_id_effective_from_idx" ON "rule_set"("subdistrict_id", "effective_from");

-- CreateIndex
CREATE INDEX "rule_set_proposal_by_state_idx" ON "rule_set_proposal"("subdistrict_id", "state", "proposed_at", "id");
