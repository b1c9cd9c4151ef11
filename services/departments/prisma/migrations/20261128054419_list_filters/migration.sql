-- CreateIndex
CREATE INDEX "blocker_subdistrict_id_state_recorded_at_id_idx" ON "blocker"("subdistrict_id", "state", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "blocker_subdistrict_id_kind_recorded_at_id_idx" ON "blocker"("subdistrict_id", "kind", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "blocker_subdistrict_id_community_id_recorded_at_id_idx" ON "blocker"("subdistrict_id", "community_id", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "interview_whistle_id_idx" ON "interview"("whistle_id");

-- CreateIndex
CREATE INDEX "routing_proposal_subdistrict_id_proposed_at_id_idx" ON "routing_proposal"("subdistrict_id", "proposed_at", "id");

-- CreateIndex
CREATE INDEX "supervise_order_whistle_id_idx" ON "supervise_order"("whistle_id");

-- Hand-written: Prisma knows no partial indexes.
-- Orders that are not closed, and interviews that are still to be held, are few among all that ever were.
CREATE INDEX "supervise_order_open" ON "supervise_order" ("subdistrict_id", "issued_at", "id") WHERE "state" <> 'CLOSED';
CREATE INDEX "interview_to_hold" ON "interview" ("subdistrict_id", "summoned_at", "id") WHERE "held_at" IS NULL;
