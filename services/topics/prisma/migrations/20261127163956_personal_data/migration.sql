-- CreateTable
CREATE TABLE "sender_code" (
    "submission_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sender_code_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "erasure_request" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" TEXT,
    "submission_ids" UUID[],
    "participant_ids" UUID[],
    "state" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,

    CONSTRAINT "erasure_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "erasure_request_subdistrict_id_state_requested_at_id_idx" ON "erasure_request"("subdistrict_id", "state", "requested_at" DESC, "id" DESC);

-- RowLevelSecurity
ALTER TABLE "sender_code" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sender_code" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sender_code"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "erasure_request" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "erasure_request" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "erasure_request"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
