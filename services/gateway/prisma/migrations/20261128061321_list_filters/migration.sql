-- CreateIndex
CREATE INDEX "account_proposal_subdistrict_id_state_proposed_at_id_idx" ON "account_proposal"("subdistrict_id", "state", "proposed_at", "id");

-- CreateIndex
CREATE INDEX "api_key_subdistrict_id_community_id_created_at_idx" ON "api_key"("subdistrict_id", "community_id", "created_at");
