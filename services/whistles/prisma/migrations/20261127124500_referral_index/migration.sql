-- Hand-written: Prisma knows no partial indexes.
-- What the ladder took to the district (domain 4.4 rung 6) is a handful of lines among all that ever happened: found for
-- the list, the latest first, and with each look at a matter.
CREATE INDEX "timeline_entry_referred_idx" ON "timeline_entry" ("subdistrict_id", "position" DESC)
    WHERE "kind" IN ('escalatedSupervision', 'supervision.escalated.v1');
CREATE INDEX "timeline_entry_referred_matter_idx" ON "timeline_entry" ("aggregate_id")
    WHERE "kind" IN ('escalatedSupervision', 'supervision.escalated.v1');
