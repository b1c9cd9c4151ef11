-- CreateIndex
CREATE INDEX "topic_by_state_idx" ON "topic"("subdistrict_id", "state", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_by_phase_idx" ON "topic"("subdistrict_id", "phase", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_by_source_idx" ON "topic"("subdistrict_id", "source", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_by_scale_idx" ON "topic"("subdistrict_id", "scale", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_by_tier_idx" ON "topic"("subdistrict_id", "tier", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_by_nature_idx" ON "topic"("subdistrict_id", "nature", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_by_level_idx" ON "topic"("subdistrict_id", "level", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_by_track_idx" ON "topic"("subdistrict_id", "track", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_by_category_idx" ON "topic"("subdistrict_id", "category_code", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_by_proposer_idx" ON "topic"("subdistrict_id", "proposed_by", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_published_idx" ON "topic"("subdistrict_id", "published", "endorsements" DESC, "id" DESC);
