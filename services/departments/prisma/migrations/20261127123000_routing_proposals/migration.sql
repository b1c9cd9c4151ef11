-- AlterTable
ALTER TABLE "routing_row" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "routing_proposal" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "lead_department_id" TEXT NOT NULL,
    "supporting_department_ids" TEXT[],
    "reason" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "based_on" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PROPOSED',
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,

    CONSTRAINT "routing_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "routing_proposal_subdistrict_id_state_proposed_at_id_idx" ON "routing_proposal"("subdistrict_id", "state", "proposed_at", "id");

-- RowLevelSecurity
ALTER TABLE "routing_proposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "routing_proposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "routing_proposal"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
