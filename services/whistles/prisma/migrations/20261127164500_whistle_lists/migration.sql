-- What the lists walk, newest first, whatever they are narrowed to.
CREATE INDEX "whistle_by_state_idx" ON "whistle"("subdistrict_id", "state", "blown_at", "id");
CREATE INDEX "whistle_by_grade_idx" ON "whistle"("subdistrict_id", "grade", "blown_at", "id");
CREATE INDEX "whistle_by_estate_idx" ON "whistle"("subdistrict_id", "estate_id", "blown_at", "id");
-- What a partner's key has blown, by itself or for somebody.
CREATE INDEX "whistle_by_blower_idx" ON "whistle"("subdistrict_id", "blown_by");

-- Hand-written: Prisma knows no partial indexes.
-- One in a hundred is open after some years, and most lists are of those; the states are those that have not ended.
CREATE INDEX "whistle_open_idx" ON "whistle" ("subdistrict_id", "blown_at", "id")
    WHERE "state" IN ('BLOWN', 'NEEDS_INFO', 'ACCEPTED', 'ASSIGNING', 'CHECKED_IN', 'DELIBERATING', 'COORDINATING', 'VERIFYING', 'REVISITING', 'LEDGERED', 'CARRIED_OVER');
-- Matters that wait for somebody: among them is what waits for an approval.
CREATE INDEX "whistle_waiting_idx" ON "whistle" ("subdistrict_id", "blown_at", "id") WHERE "waiting_since" IS NOT NULL;
CREATE INDEX "whistle_by_key_idx" ON "whistle" ("subdistrict_id", "blown_by_key") WHERE "blown_by_key" IS NOT NULL;

DROP INDEX "look_back_subdistrict_id_due_at_idx";
CREATE INDEX "look_back_by_state_idx" ON "look_back"("subdistrict_id", "state", "due_at", "whistle_id", "sequence");
CREATE INDEX "ledger_entry_by_state_idx" ON "ledger_entry"("subdistrict_id", "state", "applied_at", "id");
