-- CreateTable
CREATE TABLE "coordination_plan" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "topic_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "parties" JSONB NOT NULL,

    CONSTRAINT "coordination_plan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "coordination_plan_topic_id_key" ON "coordination_plan"("topic_id");

-- AddForeignKey
ALTER TABLE "coordination_plan" ADD CONSTRAINT "coordination_plan_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "coordination_plan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "coordination_plan" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "coordination_plan"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
