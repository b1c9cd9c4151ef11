-- CreateIndex
CREATE INDEX "area_assignment_subdistrict_id_community_id_member_id_first_idx" ON "area_assignment"("subdistrict_id", "community_id", "member_id", "first_day");

-- CreateIndex
CREATE INDEX "area_proposal_subdistrict_id_state_proposed_at_id_idx" ON "area_proposal"("subdistrict_id", "state", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "expert_subdistrict_id_field_id_idx" ON "expert"("subdistrict_id", "field", "id");
