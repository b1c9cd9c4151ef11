-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "category_class" (
    "subdistrict_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "category_class_pkey" PRIMARY KEY ("subdistrict_id","code")
);

-- CreateTable
CREATE TABLE "category" (
    "subdistrict_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "class_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "default_grade" TEXT NOT NULL,
    "skills" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "category_pkey" PRIMARY KEY ("subdistrict_id","code")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "scale" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "community_ids" TEXT[],
    "phase" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "proposed_by" TEXT,
    "proposed_role" TEXT,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "child_whistle" (
    "whistle_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "topic_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "department_ids" TEXT[],
    "state" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "child_whistle_pkey" PRIMARY KEY ("whistle_id")
);

-- CreateTable
CREATE TABLE "community" (
    "subdistrict_id" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "community_pkey" PRIMARY KEY ("subdistrict_id","community_id")
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
CREATE INDEX "topic_subdistrict_id_proposed_at_id_idx" ON "topic"("subdistrict_id", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "child_whistle_topic_id_number_idx" ON "child_whistle"("topic_id", "number");

-- CreateIndex
CREATE INDEX "inbox_event_handled_at_idx" ON "inbox_event"("handled_at");

-- CreateIndex
CREATE INDEX "timeline_entry_aggregate_id_position_idx" ON "timeline_entry"("aggregate_id", "position");

-- CreateIndex
CREATE INDEX "idempotent_request_created_at_idx" ON "idempotent_request"("created_at");

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_subdistrict_id_class_code_fkey" FOREIGN KEY ("subdistrict_id", "class_code") REFERENCES "category_class"("subdistrict_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "category_class" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "category_class" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "category_class"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "category" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "category" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "category"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "topic" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "topic" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "topic"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "child_whistle" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "child_whistle" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "child_whistle"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "community" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "community" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "community"
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
