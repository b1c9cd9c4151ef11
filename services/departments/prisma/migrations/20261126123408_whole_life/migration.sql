-- AlterTable
ALTER TABLE "card" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by" TEXT,
ADD COLUMN     "withdrawn_reason" TEXT;

-- AlterTable
ALTER TABLE "department_task" ADD COLUMN     "category_code" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "grade" TEXT NOT NULL DEFAULT 'G3',
ADD COLUMN     "level" TEXT NOT NULL DEFAULT 'blue',
ADD COLUMN     "progress" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "supervise_order" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "task_id" UUID NOT NULL,
    "department_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "note_id" UUID,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "supervise_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "task_id" UUID NOT NULL,
    "department_id" TEXT NOT NULL,
    "whistle_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "summoned_at" TIMESTAMPTZ(3) NOT NULL,
    "bulletin_month" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3),
    "recorded_by" TEXT,
    "note" TEXT,

    CONSTRAINT "interview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_note" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "task_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "final" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "task_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "supervise_order_subdistrict_id_issued_at_id_idx" ON "supervise_order"("subdistrict_id", "issued_at", "id");

-- CreateIndex
CREATE INDEX "supervise_order_department_id_issued_at_id_idx" ON "supervise_order"("department_id", "issued_at", "id");

-- CreateIndex
CREATE INDEX "supervise_order_task_id_idx" ON "supervise_order"("task_id");

-- CreateIndex
CREATE INDEX "interview_subdistrict_id_summoned_at_id_idx" ON "interview"("subdistrict_id", "summoned_at", "id");

-- CreateIndex
CREATE INDEX "interview_department_id_summoned_at_id_idx" ON "interview"("department_id", "summoned_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "interview_task_id_round_step_key" ON "interview"("task_id", "round", "step");

-- CreateIndex
CREATE INDEX "task_note_task_id_idx" ON "task_note"("task_id");

-- CreateIndex
CREATE INDEX "task_note_final_created_at_idx" ON "task_note"("final", "created_at");

-- RowLevelSecurity
ALTER TABLE "supervise_order" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "supervise_order" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "supervise_order"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "interview" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "interview" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "interview"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "task_note" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "task_note" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "task_note"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
