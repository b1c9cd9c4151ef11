-- Hand-written: Prisma knows no partial indexes.
-- Looks at photos as they came are few among all that ever happened, those of one reader fewer still.
CREATE INDEX "timeline_entry_look_reader_idx" ON "timeline_entry" ("subdistrict_id", "actor_id", "position")
    WHERE "kind" = 'originalSeen';
