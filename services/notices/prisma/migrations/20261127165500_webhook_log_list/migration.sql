-- Hand-written: Prisma knows no partial indexes.
-- What a receiver did not take is looked for in a log of what it did.
CREATE INDEX "webhook_delivery_given_up" ON "webhook_delivery"("webhook_id", "id") WHERE "state" = 'DEAD';
