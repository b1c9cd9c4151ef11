-- CreateTable
CREATE TABLE "urgent_matter" (
    "whistle_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,

    CONSTRAINT "urgent_matter_pkey" PRIMARY KEY ("whistle_id")
);

-- CreateTable
CREATE TABLE "notice_settings" (
    "subdistrict_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "quiet_from" INTEGER NOT NULL,
    "quiet_to" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "notice_settings_pkey" PRIMARY KEY ("subdistrict_id","user_id")
);

-- CreateTable
CREATE TABLE "channel_choice" (
    "subdistrict_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind_group" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "choice" TEXT NOT NULL,

    CONSTRAINT "channel_choice_pkey" PRIMARY KEY ("subdistrict_id","user_id","kind_group","channel")
);

-- CreateTable
CREATE TABLE "contact_address" (
    "subdistrict_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "code_hash" TEXT NOT NULL,
    "code_sent_at" TIMESTAMPTZ(3) NOT NULL,
    "code_tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "contact_address_pkey" PRIMARY KEY ("subdistrict_id","user_id","channel")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" BIGSERIAL NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "notice_id" BIGINT NOT NULL,
    "channel" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "is_urgent" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "sent_with" BIGINT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "event_types" TEXT[],
    "community_ids" TEXT[],
    "key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" BIGSERIAL NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "event_type" TEXT NOT NULL,
    "replay" INTEGER NOT NULL DEFAULT 0,
    "body" JSON NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "http_status" INTEGER,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contact_address_key_id_idx" ON "contact_address"("key_id");

-- CreateIndex
CREATE INDEX "delivery_subdistrict_id_user_id_channel_settled_at_idx" ON "delivery"("subdistrict_id", "user_id", "channel", "settled_at");

-- CreateIndex
CREATE INDEX "delivery_settled_at_idx" ON "delivery"("settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_notice_id_channel_key" ON "delivery"("notice_id", "channel");

-- CreateIndex
CREATE INDEX "webhook_subdistrict_id_created_at_idx" ON "webhook"("subdistrict_id", "created_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_id_idx" ON "webhook_delivery"("webhook_id", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_settled_at_idx" ON "webhook_delivery"("settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_event_id_replay_key" ON "webhook_delivery"("webhook_id", "event_id", "replay");

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "urgent_matter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "urgent_matter" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "urgent_matter"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "notice_settings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notice_settings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "notice_settings"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "channel_choice" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "channel_choice" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "channel_choice"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "contact_address" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_address" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "contact_address"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "delivery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "delivery" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "delivery"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "webhook" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "webhook" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "webhook"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "webhook_delivery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "webhook_delivery" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "webhook_delivery"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- What waits is looked for all the time, and is a small part of what was sent.
CREATE INDEX "delivery_waiting" ON "delivery"("due_at") WHERE "state" = 'WAITING';
CREATE INDEX "delivery_waiting_of_person" ON "delivery"("subdistrict_id", "user_id", "channel") WHERE "state" = 'WAITING';
CREATE INDEX "webhook_delivery_waiting" ON "webhook_delivery"("due_at") WHERE "state" = 'WAITING';
