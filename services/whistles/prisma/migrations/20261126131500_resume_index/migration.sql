-- Hand-written: Prisma knows no partial indexes.
-- Asked every second and after each birth; without it all whistles ever blown are looked at for the few that go on.
CREATE INDEX "whistle_to_resume_idx" ON "whistle" ("reopened_at") WHERE "reopened_at" IS NOT NULL;
