-- CreateTable
CREATE TABLE "resident_survey" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "half" TEXT NOT NULL,
    "community_id" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resident_survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resident_survey_answer" (
    "subdistrict_id" TEXT NOT NULL,
    "survey_id" UUID NOT NULL,
    "answerer_hash" TEXT NOT NULL,
    "scores" INTEGER[],
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resident_survey_answer_pkey" PRIMARY KEY ("survey_id","answerer_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "resident_survey_subdistrict_id_half_community_id_key" ON "resident_survey"("subdistrict_id", "half", "community_id");

-- AddForeignKey
ALTER TABLE "resident_survey_answer" ADD CONSTRAINT "resident_survey_answer_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "resident_survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "resident_survey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "resident_survey" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "resident_survey"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "resident_survey_answer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "resident_survey_answer" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "resident_survey_answer"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
