-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "matter" (
    "whistle_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "topic_id" UUID,
    "state" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "lead_department_id" TEXT,
    "rework_count" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "blown_at" TIMESTAMPTZ(3) NOT NULL,
    "concluded_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "snapshot" JSONB NOT NULL,
    "snapshot_sequence" BIGINT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "department_ids" TEXT[],
    "waiting_for" JSONB NOT NULL,
    "is_waiting" BOOLEAN NOT NULL,
    "waiting_since" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "due_order" TIMESTAMPTZ(3) NOT NULL,
    "next_rung" JSONB,
    "yellow_cards" INTEGER NOT NULL,
    "red_cards" INTEGER NOT NULL,
    "tallied" JSONB NOT NULL,

    CONSTRAINT "matter_pkey" PRIMARY KEY ("whistle_id")
);

-- CreateTable
CREATE TABLE "task" (
    "task_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "department_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "acknowledge_due_at" TIMESTAMPTZ(3) NOT NULL,
    "feedback_due_at" TIMESTAMPTZ(3) NOT NULL,
    "next_rung" JSONB,
    "version" INTEGER NOT NULL,
    "sequence" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "rung" (
    "subdistrict_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "rung" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "department_id" TEXT,
    "member_id" TEXT,
    "fired_at" TIMESTAMPTZ(3) NOT NULL,
    "next_rung" JSONB,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "rung_pkey" PRIMARY KEY ("whistle_id","owner_id","step","due_at","rung")
);

-- CreateTable
CREATE TABLE "waiting" (
    "subdistrict_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "party_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_pkey" PRIMARY KEY ("whistle_id","kind","party_id","step")
);

-- CreateTable
CREATE TABLE "involvement" (
    "subdistrict_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "is_carded" BOOLEAN NOT NULL,

    CONSTRAINT "involvement_pkey" PRIMARY KEY ("subdistrict_id","department_id","whistle_id")
);

-- CreateTable
CREATE TABLE "tally" (
    "subdistrict_id" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("subdistrict_id","figure","place","key")
);

-- CreateTable
CREATE TABLE "place" (
    "subdistrict_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "households" INTEGER,
    "active" BOOLEAN NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("subdistrict_id","kind","id")
);

-- CreateTable
CREATE TABLE "projection_position" (
    "subdistrict_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "event_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "projection_position_pkey" PRIMARY KEY ("subdistrict_id","source")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "consumer" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("consumer","event_id")
);

-- CreateTable
CREATE TABLE "inbox_sequence" (
    "consumer" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "inbox_sequence_pkey" PRIMARY KEY ("consumer","subdistrict_id","source","subject")
);

-- CreateIndex
CREATE INDEX "matter_by_time_left" ON "matter"("subdistrict_id", "due_order", "number");

-- CreateIndex
CREATE INDEX "task_whistle_id_idx" ON "task"("whistle_id");

-- CreateIndex
CREATE INDEX "waiting_by_party" ON "waiting"("subdistrict_id", "party_id", "due_at", "whistle_id");

-- CreateIndex
CREATE INDEX "waiting_by_step" ON "waiting"("subdistrict_id", "step", "whistle_id");

-- CreateIndex
CREATE INDEX "involvement_whistle_id_idx" ON "involvement"("whistle_id");

-- CreateIndex
CREATE INDEX "inbox_event_handled_at_idx" ON "inbox_event"("handled_at");

-- RowLevelSecurity
ALTER TABLE "matter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "matter" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "matter"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "task" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "task" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "task"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "rung" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rung" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "rung"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "waiting" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "waiting" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "waiting"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "involvement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "involvement" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "involvement"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "tally" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tally" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "tally"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "place" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "place" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "place"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "projection_position" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "projection_position" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "projection_position"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "inbox_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "inbox_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "inbox_event"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "inbox_sequence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "inbox_sequence" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "inbox_sequence"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Indexes that Prisma cannot say. Each serves one question of board or list, and the partial ones hold open matters only,
-- so that what has ended costs nothing.

-- Live list of what is open: least time left first, what has no clock last.
CREATE INDEX "matter_open_by_time_left" ON "matter" ("subdistrict_id", "due_order", "number") WHERE "is_open";
-- Counts of some communities.
CREATE INDEX "matter_open_by_place" ON "matter" ("subdistrict_id", "community_id", "state") WHERE "is_open";
-- Overdue, by community.
CREATE INDEX "matter_open_by_due" ON "matter" ("subdistrict_id", "due_at", "community_id") WHERE "is_open";
-- Where is it stuck.
CREATE INDEX "matter_open_by_wait" ON "matter" ("subdistrict_id", "waiting_since", "number") WHERE "is_open";
-- Open, and nobody is waited for: normally empty.
CREATE INDEX "matter_unowned" ON "matter" ("subdistrict_id", "due_order", "number") WHERE "is_open" AND NOT "is_waiting";
-- Cards on the matters of some communities.
CREATE INDEX "matter_carded" ON "matter" ("subdistrict_id", "community_id", "whistle_id") WHERE "yellow_cards" > 0 OR "red_cards" > 0;
-- The open ones, and the carded ones, of a department.
CREATE INDEX "involvement_open" ON "involvement" ("subdistrict_id", "department_id", "whistle_id") WHERE "is_open";
CREATE INDEX "involvement_carded" ON "involvement" ("subdistrict_id", "department_id", "whistle_id") WHERE "is_carded";
-- Departments whose time is over.
CREATE INDEX "waiting_open_departments" ON "waiting" ("subdistrict_id", "due_at", "party_id", "whistle_id") WHERE "is_open" AND "kind" = 'department';
-- Cards of a day, cards against a department.
CREATE INDEX "rung_cards_by_day" ON "rung" ("subdistrict_id", "kind", "fired_at", "whistle_id") WHERE "kind" IN ('yellowCard', 'redCard');
CREATE INDEX "rung_cards_by_department" ON "rung" ("subdistrict_id", "department_id", "kind", "whistle_id") WHERE "kind" IN ('yellowCard', 'redCard');

-- A few rows that nearly every event moves: room on the page lets an update stay where it is.
ALTER TABLE "tally" SET (fillfactor = 50);
ALTER TABLE "projection_position" SET (fillfactor = 50);
