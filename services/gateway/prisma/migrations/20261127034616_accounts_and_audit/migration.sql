-- CreateTable
CREATE TABLE "account_proposal" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "content" JSON NOT NULL,
    "based_on" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "subdistrict_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "details" JSON NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("subdistrict_id","sequence")
);

-- CreateIndex
CREATE INDEX "account_proposal_subdistrict_id_proposed_at_id_idx" ON "account_proposal"("subdistrict_id", "proposed_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_subdistrict_id_actor_id_sequence_idx" ON "audit_entry"("subdistrict_id", "actor_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_entry_subdistrict_id_subject_id_sequence_idx" ON "audit_entry"("subdistrict_id", "subject_id", "sequence");

-- RowLevelSecurity
ALTER TABLE "account_proposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "account_proposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "account_proposal"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "audit_entry"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
