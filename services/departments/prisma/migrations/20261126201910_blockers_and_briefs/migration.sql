-- CreateTable
CREATE TABLE "blocker" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "task_id" UUID NOT NULL,
    "whistle_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_role" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "cleared_by" TEXT,
    "cleared_role" TEXT,
    "cleared_at" TIMESTAMPTZ(3),
    "evidence" JSONB,

    CONSTRAINT "blocker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_brief" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "measures" TEXT[],
    "owner" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "written_by" TEXT NOT NULL,
    "written_role" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "head_signed_by" TEXT,
    "head_signed_at" TIMESTAMPTZ(3),
    "leader_signed_by" TEXT,
    "leader_signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_brief_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "blocker_subdistrict_id_recorded_at_id_idx" ON "blocker"("subdistrict_id", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "blocker_department_id_recorded_at_id_idx" ON "blocker"("department_id", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "blocker_task_id_idx" ON "blocker"("task_id");

-- CreateIndex
CREATE INDEX "blocker_whistle_id_idx" ON "blocker"("whistle_id");

-- CreateIndex
CREATE INDEX "department_task_subdistrict_id_dispatched_at_id_idx" ON "department_task"("subdistrict_id", "dispatched_at", "id");

-- AddForeignKey
ALTER TABLE "blocker" ADD CONSTRAINT "blocker_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "department_task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_brief" ADD CONSTRAINT "task_brief_id_fkey" FOREIGN KEY ("id") REFERENCES "department_task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "blocker" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "blocker" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "blocker"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "task_brief" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "task_brief" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "task_brief"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
