-- DropIndex
DROP INDEX "timeline_entry_aggregate_id_position_idx";

-- CreateIndex
CREATE INDEX "timeline_entry_aggregate_id_at_position_idx" ON "timeline_entry"("aggregate_id", "at", "position");
