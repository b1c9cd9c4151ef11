-- CreateTable
CREATE TABLE "venue" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "community_id" TEXT,
    "opening_hours" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL,

    CONSTRAINT "venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "venue_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "room_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "session_id" UUID,
    "booked_by" TEXT NOT NULL,
    "booked_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_by" TEXT,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "venue_subdistrict_id_name_id_idx" ON "venue"("subdistrict_id", "name", "id");

-- CreateIndex
CREATE INDEX "room_venue_id_name_idx" ON "room"("venue_id", "name");

-- CreateIndex
CREATE INDEX "booking_subdistrict_id_starts_at_id_idx" ON "booking"("subdistrict_id", "starts_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "booking_subdistrict_id_booked_by_starts_at_id_idx" ON "booking"("subdistrict_id", "booked_by", "starts_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "booking_session_id_idx" ON "booking"("session_id");

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "venue" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "venue" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "venue"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "room" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "room" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "room"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "booking" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "booking" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "booking"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- No two bookings of a room overlap; what was cancelled does not count. Trusted since PostgreSQL 13: the database's owner
-- may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "booking" ADD CONSTRAINT "booking_lasts" CHECK ("starts_at" < "ends_at");
ALTER TABLE "booking" ADD CONSTRAINT "booking_no_overlap"
    EXCLUDE USING gist ("room_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&) WHERE ("state" = 'BOOKED');

-- Two bookings that are written at the same moment would each wait for the other to end, until one is chosen as the
-- victim of the deadlock. So bookings of a room queue at its row.
CREATE FUNCTION "booking_queues_at_room"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "room" WHERE "id" = NEW."room_id" FOR NO KEY UPDATE;
    RETURN NEW;
END
$$;
CREATE TRIGGER "booking_queues_at_room" BEFORE INSERT ON "booking"
    FOR EACH ROW EXECUTE FUNCTION "booking_queues_at_room"();
