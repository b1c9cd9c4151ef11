-- Hand-written: whistles whose news have not come yet; what hangs on a task has that of the task.
SET hsl.subdistrict = '*';
INSERT INTO "known_whistle" ("id", "subdistrict_id", "member_ids")
    SELECT DISTINCT "whistle_id", "subdistrict_id", '{}'::text[] FROM "department_task"
    ON CONFLICT ("id") DO NOTHING;

-- AddForeignKey
ALTER TABLE "department_task" ADD CONSTRAINT "department_task_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "known_whistle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "known_whistle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervise_order" ADD CONSTRAINT "supervise_order_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "known_whistle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "known_whistle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocker" ADD CONSTRAINT "blocker_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "known_whistle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Hand-written: not before, since a new foreign key is checked against the rows that this connection sees.
RESET hsl.subdistrict;
