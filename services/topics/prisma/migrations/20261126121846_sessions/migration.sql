-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "outcome" TEXT,
    "convened_by" TEXT NOT NULL,
    "convened_at" TIMESTAMPTZ(3) NOT NULL,
    "member_ids" TEXT[],
    "lead_department_id" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "deadlines" JSONB NOT NULL,
    "next_rung" JSONB,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "consensus" TEXT,
    "dissent" TEXT,
    "next_step" TEXT,
    "attendance" INTEGER NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "final_at" TIMESTAMPTZ(3),

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_subdistrict_id_convened_at_id_idx" ON "session"("subdistrict_id", "convened_at", "id");

-- CreateIndex
CREATE INDEX "session_whistle_id_idx" ON "session"("whistle_id");

-- CreateIndex
CREATE INDEX "minutes_session_id_idx" ON "minutes"("session_id");

-- CreateIndex
CREATE INDEX "minutes_final_at_created_at_idx" ON "minutes"("final_at", "created_at");

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "session" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "session"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "minutes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "minutes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "minutes"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
