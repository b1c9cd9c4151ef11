-- Hand-written: Prisma knows no partial indexes.
-- Open tasks are few among all there ever were; the states are those of OVER in services/departments/src/tasks/task-rights.ts.
CREATE INDEX "department_task_open_idx" ON "department_task" ("subdistrict_id", "dispatched_at" DESC, "id" DESC)
    WHERE "state" NOT IN ('VERIFIED', 'RETURNED', 'CANCELLED');
