-- Hand-written: Prisma does not say where empty instants stand.
-- The order of every list of tasks: what is owed, least time left first, then what is done, newest first.
DROP INDEX "department_task_subdistrict_id_due_at_id_idx";
DROP INDEX "department_task_department_id_due_at_id_idx";
CREATE INDEX "department_task_list_idx"
    ON "department_task"("subdistrict_id", "due_at", "feedback_at" DESC NULLS LAST, "id");
CREATE INDEX "department_task_of_department_idx"
    ON "department_task"("department_id", "due_at", "feedback_at" DESC NULLS LAST, "id");
CREATE INDEX "department_task_by_state_idx"
    ON "department_task"("subdistrict_id", "state", "due_at", "feedback_at" DESC NULLS LAST, "id");
-- A member sees the tasks of the whistles that member checked in for.
CREATE INDEX "known_whistle_of_member_idx" ON "known_whistle" USING GIN ("member_ids");
