-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "lead_department_id" TEXT,
    "state" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "applied_by" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "opinion_id" UUID,
    "proposed_by" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "deadlines" JSONB NOT NULL,
    "next_rung" JSONB,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "slips" INTEGER NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "on_time" BOOLEAN,
    "content_id" UUID,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ledger_entry_subdistrict_id_applied_at_id_idx" ON "ledger_entry"("subdistrict_id", "applied_at", "id");

-- CreateIndex
CREATE INDEX "ledger_entry_whistle_id_idx" ON "ledger_entry"("whistle_id");

-- CreateIndex
CREATE INDEX "ledger_entry_lead_department_id_idx" ON "ledger_entry"("lead_department_id");

-- CreateIndex
CREATE INDEX "milestone_entry_id_position_idx" ON "milestone"("entry_id", "position");

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "ledger_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ledger_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "ledger_entry"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "milestone" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "milestone" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "milestone"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
