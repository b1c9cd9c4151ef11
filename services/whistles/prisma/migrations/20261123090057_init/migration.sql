-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "whistle" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "tracking_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "estate_id" TEXT,
    "place" TEXT,
    "facts" TEXT NOT NULL,
    "households" INTEGER,
    "topic_id" UUID,
    "wanted_department_ids" TEXT[],
    "blown_by" TEXT NOT NULL,
    "blown_by_key" TEXT,
    "blown_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "tier" TEXT,
    "track" TEXT,
    "candidate_lead_id" TEXT,
    "rule_set_version" INTEGER NOT NULL,
    "waiting_for" JSONB NOT NULL,
    "waiting_since" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "next_rung" JSONB,
    "deadlines" JSONB NOT NULL,
    "rework_count" INTEGER NOT NULL DEFAULT 0,
    "lead_department_id" TEXT,
    "department_ids" TEXT[],
    "member_ids" TEXT[],
    "accepted_by" TEXT,
    "concluded_at" TIMESTAMPTZ(3),
    "rebound_of" UUID,
    "workflow_started_at" TIMESTAMPTZ(3),
    "follow_up_started_at" TIMESTAMPTZ(3),

    CONSTRAINT "whistle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "look_back" (
    "whistle_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "reported_by" TEXT,
    "reported_at" TIMESTAMPTZ(3),
    "content_id" UUID,
    "rebound_whistle_id" UUID,

    CONSTRAINT "look_back_pkey" PRIMARY KEY ("whistle_id","sequence")
);

-- CreateTable
CREATE TABLE "step_content" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "final" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "step_content_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "whistle_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "capacity" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "content_id" UUID NOT NULL,
    "given_by" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("whistle_id","round","capacity")
);

-- CreateTable
CREATE TABLE "community" (
    "id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "households" INTEGER NOT NULL,
    "liaison_user_id" TEXT,
    "is_fictional" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "community_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "estate" (
    "id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "households" INTEGER NOT NULL,
    "management_type" TEXT NOT NULL,

    CONSTRAINT "estate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_set" (
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,
    "approved_by" TEXT NOT NULL,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("subdistrict_id","version")
);

-- CreateTable
CREATE TABLE "work_calendar" (
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "first_year" INTEGER NOT NULL,
    "last_year" INTEGER NOT NULL,
    "holidays" TEXT[],
    "make_up_workdays" TEXT[],
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_calendar_pkey" PRIMARY KEY ("subdistrict_id","version")
);

-- CreateTable
CREATE TABLE "known_reference" (
    "subdistrict_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "facts" JSONB NOT NULL,

    CONSTRAINT "known_reference_pkey" PRIMARY KEY ("subdistrict_id","kind","id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "position" BIGSERIAL NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "envelope" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("position")
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

    CONSTRAINT "inbox_sequence_pkey" PRIMARY KEY ("consumer","source","subject")
);

-- CreateTable
CREATE TABLE "timeline_entry" (
    "position" BIGSERIAL NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "aggregate_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "decision_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT,
    "actor_id" TEXT,
    "actor_role" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "timeline_entry_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "idempotent_request" (
    "subdistrict_id" TEXT NOT NULL,
    "requester_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_request_pkey" PRIMARY KEY ("subdistrict_id","requester_id","key")
);

-- CreateIndex
CREATE INDEX "whistle_subdistrict_id_blown_at_id_idx" ON "whistle"("subdistrict_id", "blown_at", "id");

-- CreateIndex
CREATE INDEX "whistle_subdistrict_id_community_id_blown_at_id_idx" ON "whistle"("subdistrict_id", "community_id", "blown_at", "id");

-- CreateIndex
CREATE INDEX "whistle_department_ids_idx" ON "whistle" USING GIN ("department_ids");

-- CreateIndex
CREATE INDEX "whistle_member_ids_idx" ON "whistle" USING GIN ("member_ids");

-- CreateIndex
CREATE UNIQUE INDEX "whistle_subdistrict_id_number_key" ON "whistle"("subdistrict_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "whistle_tracking_code_key" ON "whistle"("tracking_code");

-- CreateIndex
CREATE INDEX "look_back_subdistrict_id_due_at_idx" ON "look_back"("subdistrict_id", "due_at");

-- CreateIndex
CREATE INDEX "step_content_whistle_id_idx" ON "step_content"("whistle_id");

-- CreateIndex
CREATE INDEX "inbox_event_handled_at_idx" ON "inbox_event"("handled_at");

-- CreateIndex
CREATE INDEX "timeline_entry_aggregate_id_position_idx" ON "timeline_entry"("aggregate_id", "position");

-- CreateIndex
CREATE INDEX "idempotent_request_created_at_idx" ON "idempotent_request"("created_at");

-- AddForeignKey
ALTER TABLE "look_back" ADD CONSTRAINT "look_back_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "whistle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "estate" ADD CONSTRAINT "estate_community_id_fkey" FOREIGN KEY ("community_id") REFERENCES "community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "whistle" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "whistle" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "whistle"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "look_back" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "look_back" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "look_back"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "step_content" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "step_content" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "step_content"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "verdict" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "verdict" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "verdict"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "community" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "community" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "community"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "estate" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "estate" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "estate"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "rule_set" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rule_set" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "rule_set"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "work_calendar" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "work_calendar" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "work_calendar"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "known_reference" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "known_reference" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "known_reference"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "outbox_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "outbox_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "outbox_event"
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

-- RowLevelSecurity
ALTER TABLE "timeline_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "timeline_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "timeline_entry"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "idempotent_request" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "idempotent_request" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "idempotent_request"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Hand-written: Prisma knows no partial indexes.
-- What the starter looks for every second; empty in good times.
CREATE INDEX "whistle_to_start_idx" ON "whistle" ("blown_at") WHERE "workflow_started_at" IS NULL;
CREATE INDEX "whistle_follow_up_to_start_idx" ON "whistle" ("concluded_at")
    WHERE "concluded_at" IS NOT NULL AND "follow_up_started_at" IS NULL;
-- Work lists: open matters by time left.
CREATE INDEX "whistle_due_idx" ON "whistle" ("subdistrict_id", "due_at") WHERE "due_at" IS NOT NULL;
CREATE INDEX "step_content_draft_idx" ON "step_content" ("created_at") WHERE NOT "final";
