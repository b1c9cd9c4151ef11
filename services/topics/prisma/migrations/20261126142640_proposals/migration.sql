-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "whistle_id" UUID,
    "session_id" UUID,
    "state" TEXT NOT NULL,
    "submitted_by" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "lead_department_id" TEXT,
    "supporting_department_ids" TEXT[],
    "meeting_recorded" BOOLEAN NOT NULL,
    "replies" INTEGER NOT NULL,
    "reply_class" TEXT,
    "replied_at" TIMESTAMPTZ(3),
    "promised_at" TIMESTAMPTZ(3),
    "rating" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "deadlines" JSONB NOT NULL,
    "next_rung" JSONB,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_text" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "proposal_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "title" TEXT,
    "text" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "final_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposal_subdistrict_id_submitted_at_id_idx" ON "proposal"("subdistrict_id", "submitted_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "proposal_text_proposal_id_idx" ON "proposal_text"("proposal_id");

-- CreateIndex
CREATE INDEX "proposal_text_final_at_created_at_idx" ON "proposal_text"("final_at", "created_at");

-- RowLevelSecurity
ALTER TABLE "proposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "proposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "proposal"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "proposal_text" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "proposal_text" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "proposal_text"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
