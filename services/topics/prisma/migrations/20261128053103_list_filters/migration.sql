-- CreateIndex
CREATE INDEX "erasure_request_subdistrict_id_requested_at_id_idx" ON "erasure_request"("subdistrict_id", "requested_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "proposal_by_state_idx" ON "proposal"("subdistrict_id", "state", "submitted_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "proposal_by_author_idx" ON "proposal"("subdistrict_id", "submitted_by", "submitted_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "proposal_by_lead_idx" ON "proposal"("subdistrict_id", "lead_department_id", "submitted_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "proposal_supported_idx" ON "proposal" USING GIN ("supporting_department_ids");

-- CreateIndex
CREATE INDEX "proposal_whistle_id_idx" ON "proposal"("whistle_id");

-- CreateIndex
CREATE INDEX "qr_point_by_community_idx" ON "qr_point"("subdistrict_id", "community_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "venue_subdistrict_id_community_id_name_id_idx" ON "venue"("subdistrict_id", "community_id", "name", "id");

-- CreateIndex
CREATE INDEX "venue_subdistrict_id_kind_name_id_idx" ON "venue"("subdistrict_id", "kind", "name", "id");

-- CreateIndex
CREATE INDEX "venue_subdistrict_id_active_name_id_idx" ON "venue"("subdistrict_id", "active", "name", "id");

-- Hand-written: Prisma knows no partial indexes.
-- Texts that were given up are few among all that went out: read in the order in which they were.
CREATE INDEX "sender_text_given_up" ON "sender_text" ("subdistrict_id", "settled_at" DESC, "id" DESC) WHERE "state" = 'DEAD';

-- Looks at contacts and at photos as they came are few among all that ever happened, those of one reader fewer still.
CREATE INDEX "timeline_entry_contact_idx" ON "timeline_entry" ("subdistrict_id", "position")
    WHERE "kind" IN ('contactRead', 'contactErased');
CREATE INDEX "timeline_entry_contact_reader_idx" ON "timeline_entry" ("subdistrict_id", "actor_id", "position")
    WHERE "kind" IN ('contactRead', 'contactErased');
CREATE INDEX "timeline_entry_look_reader_idx" ON "timeline_entry" ("subdistrict_id", "actor_id", "position")
    WHERE "kind" = 'originalSeen';
