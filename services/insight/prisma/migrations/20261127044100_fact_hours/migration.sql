-- Medians do not add up and are read from the facts: this index answers them alone, without the rows.
CREATE INDEX "fact_hours_by_day" ON "fact" ("subdistrict_id", "kind", "day", "at", "hours") WHERE "hours" IS NOT NULL AND "left_out" IS NULL;
