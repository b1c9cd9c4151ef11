-- Administrators look for what was given up; it is a small part of what was sent.
CREATE INDEX "delivery_given_up" ON "delivery"("subdistrict_id", "id") WHERE "state" = 'DEAD';
