-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "department" (
    "id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handler" (
    "id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "is_fictional" BOOLEAN NOT NULL,

    CONSTRAINT "handler_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_row" (
    "subdistrict_id" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "lead_department_id" TEXT NOT NULL,
    "supporting_department_ids" TEXT[],
    "reason" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "precedent_of" UUID,

    CONSTRAINT "routing_row_pkey" PRIMARY KEY ("subdistrict_id","category_code")
);

-- CreateTable
CREATE TABLE "department_task" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "assignee_id" TEXT,
    "dispatched_at" TIMESTAMPTZ(3) NOT NULL,
    "reworked_at" TIMESTAMPTZ(3),
    "acknowledge_due_at" TIMESTAMPTZ(3) NOT NULL,
    "feedback_due_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "acknowledge_on_time" BOOLEAN,
    "feedback_at" TIMESTAMPTZ(3),
    "feedback_on_time" BOOLEAN,
    "verified_at" TIMESTAMPTZ(3),
    "deadlines" JSONB NOT NULL,
    "next_rung" JSONB,

    CONSTRAINT "department_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "task_id" UUID NOT NULL,
    "department_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "task_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "summary" TEXT NOT NULL,
    "measures" TEXT,
    "evidence" JSONB NOT NULL,
    "contacted_resident" BOOLEAN,
    "submitted_by" TEXT NOT NULL,
    "submitted_role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "final_at" TIMESTAMPTZ(3),
    "on_time" BOOLEAN,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_whistle" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "member_ids" TEXT[],
    "dissatisfied_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "known_whistle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_category" (
    "subdistrict_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,

    CONSTRAINT "known_category_pkey" PRIMARY KEY ("subdistrict_id","code")
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
CREATE UNIQUE INDEX "department_subdistrict_id_code_key" ON "department"("subdistrict_id", "code");

-- CreateIndex
CREATE INDEX "handler_department_id_idx" ON "handler"("department_id");

-- CreateIndex
CREATE INDEX "department_task_subdistrict_id_due_at_id_idx" ON "department_task"("subdistrict_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "department_task_department_id_due_at_id_idx" ON "department_task"("department_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "department_task_whistle_id_idx" ON "department_task"("whistle_id");

-- CreateIndex
CREATE INDEX "card_subdistrict_id_issued_at_id_idx" ON "card"("subdistrict_id", "issued_at", "id");

-- CreateIndex
CREATE INDEX "card_department_id_issued_at_id_idx" ON "card"("department_id", "issued_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "card_task_id_round_step_kind_key" ON "card"("task_id", "round", "step", "kind");

-- CreateIndex
CREATE INDEX "feedback_task_id_round_idx" ON "feedback"("task_id", "round");

-- CreateIndex
CREATE INDEX "feedback_final_at_created_at_idx" ON "feedback"("final_at", "created_at");

-- CreateIndex
CREATE INDEX "inbox_event_handled_at_idx" ON "inbox_event"("handled_at");

-- CreateIndex
CREATE INDEX "timeline_entry_aggregate_id_position_idx" ON "timeline_entry"("aggregate_id", "position");

-- CreateIndex
CREATE INDEX "idempotent_request_created_at_idx" ON "idempotent_request"("created_at");

-- RowLevelSecurity
ALTER TABLE "department" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "department" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "department"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "handler" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "handler" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "handler"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "routing_row" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "routing_row" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "routing_row"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "department_task" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "department_task" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "department_task"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "card" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "card" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "card"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "feedback" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "feedback" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "feedback"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "known_whistle" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "known_whistle" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "known_whistle"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "known_category" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "known_category" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "known_category"
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
