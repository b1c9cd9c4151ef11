-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "skills" TEXT[],
    "term" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "is_fictional" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expert" (
    "id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "is_fictional" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "expert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_assignment" (
    "member_id" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE,
    "subdistrict_id" TEXT NOT NULL,

    CONSTRAINT "area_assignment_pkey" PRIMARY KEY ("member_id","community_id","first_day")
);

-- CreateTable
CREATE TABLE "check_in_process" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_in_at" TIMESTAMPTZ(3),
    "checked_in_by" TEXT,

    CONSTRAINT "check_in_process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "pick_reason" JSONB NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline" JSONB NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "reason_code" TEXT,
    "content_id" UUID,
    "decision_no" INTEGER NOT NULL,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_content" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "check_in_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "coming_on" DATE,
    "note" TEXT,
    "body_hash" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "final" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "answer_content_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_community" (
    "subdistrict_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "known_community_pkey" PRIMARY KEY ("subdistrict_id","id")
);

-- CreateTable
CREATE TABLE "known_category" (
    "subdistrict_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "skills" TEXT[],
    "active" BOOLEAN NOT NULL,

    CONSTRAINT "known_category_pkey" PRIMARY KEY ("subdistrict_id","code")
);

-- CreateTable
CREATE TABLE "known_whistle" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "department_ids" TEXT[],
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "known_whistle_pkey" PRIMARY KEY ("id")
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

    CONSTRAINT "inbox_sequence_pkey" PRIMARY KEY ("consumer","subdistrict_id","source","subject")
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

-- CreateIndex
CREATE INDEX "member_subdistrict_id_id_idx" ON "member"("subdistrict_id", "id");

-- CreateIndex
CREATE INDEX "expert_subdistrict_id_id_idx" ON "expert"("subdistrict_id", "id");

-- CreateIndex
CREATE INDEX "area_assignment_community_id_first_day_idx" ON "area_assignment"("community_id", "first_day");

-- CreateIndex
CREATE INDEX "check_in_subdistrict_id_requested_at_id_idx" ON "check_in"("subdistrict_id", "requested_at", "id");

-- CreateIndex
CREATE INDEX "check_in_member_id_requested_at_id_idx" ON "check_in"("member_id", "requested_at", "id");

-- CreateIndex
CREATE INDEX "check_in_community_id_requested_at_id_idx" ON "check_in"("community_id", "requested_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_whistle_id_member_id_key" ON "check_in"("whistle_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_content_id_key" ON "check_in"("content_id");

-- CreateIndex
CREATE INDEX "inbox_event_handled_at_idx" ON "inbox_event"("handled_at");

-- CreateIndex
CREATE INDEX "timeline_entry_aggregate_id_position_idx" ON "timeline_entry"("aggregate_id", "position");

-- AddForeignKey
ALTER TABLE "area_assignment" ADD CONSTRAINT "area_assignment_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "check_in_process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_content_id_fkey" FOREIGN KEY ("content_id") REFERENCES "answer_content"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "member" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "member"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "expert" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "expert" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "expert"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "area_assignment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "area_assignment" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "area_assignment"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "check_in_process" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "check_in_process" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "check_in_process"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "check_in" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "check_in" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "check_in"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "answer_content" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "answer_content" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "answer_content"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "known_community" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "known_community" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "known_community"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "known_category" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "known_category" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "known_category"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "known_whistle" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "known_whistle" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "known_whistle"
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

-- The load of a member is counted for every choice: open check-ins only.
CREATE INDEX "check_in_open_load_idx" ON "check_in"("member_id") WHERE "state" IN ('REQUESTED', 'CONFIRMED', 'ON_SITE');

-- Drafts that no decision has used are swept by age.
CREATE INDEX "answer_content_draft_idx" ON "answer_content"("created_at") WHERE NOT "final";
