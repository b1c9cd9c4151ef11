-- CreateIndex
CREATE INDEX "fact_by_time" ON "fact"("subdistrict_id", "kind", "at", "case_id", "item");

-- CreateIndex
CREATE INDEX "fact_by_department" ON "fact"("subdistrict_id", "kind", "department_id", "at", "case_id", "item");

-- CreateIndex
CREATE INDEX "fact_by_community" ON "fact"("subdistrict_id", "kind", "community_id", "at", "case_id", "item");

-- CreateIndex
CREATE INDEX "fact_by_member" ON "fact"("subdistrict_id", "kind", "member_id", "at", "case_id", "item");

-- CreateIndex
CREATE INDEX "fact_by_category" ON "fact"("subdistrict_id", "kind", "category_code", "at", "case_id", "item");

-- CreateIndex
CREATE INDEX "matter_by_state" ON "matter"("subdistrict_id", "state", "due_order", "number");

-- CreateIndex
CREATE INDEX "matter_by_grade" ON "matter"("subdistrict_id", "grade", "due_order", "number");

-- CreateIndex
CREATE INDEX "matter_by_community" ON "matter"("subdistrict_id", "community_id", "due_order", "number");

-- CreateIndex
CREATE INDEX "report_by_kind" ON "report"("subdistrict_id", "kind", "requested_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_by_from_day" ON "report"("subdistrict_id", "from_day", "requested_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_by_to_day" ON "report"("subdistrict_id", "to_day", "requested_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_by_requester" ON "report"("subdistrict_id", "requested_by", "requested_at" DESC, "id" DESC);

-- Hand-written: what was left out of a figure, what scored, and what was released, may be a handful among all.
CREATE INDEX "fact_left_out" ON "fact" ("subdistrict_id", "kind", "at", "case_id", "item") WHERE "left_out" IS NOT NULL;
CREATE INDEX "fact_scored" ON "fact" ("subdistrict_id", "kind", "at", "case_id", "item") WHERE "left_out" IS NULL AND "score" <> 0;
CREATE INDEX "report_released" ON "report" ("subdistrict_id", "requested_at" DESC, "id" DESC) WHERE "released_at" IS NOT NULL;
