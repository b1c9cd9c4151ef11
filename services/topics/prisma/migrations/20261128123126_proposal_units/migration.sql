-- DropIndex
DROP INDEX "proposal_by_lead_idx";

-- DropIndex
DROP INDEX "proposal_supported_idx";

-- CreateTable
CREATE TABLE "proposal_unit" (
    "proposal_id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,

    CONSTRAINT "proposal_unit_pkey" PRIMARY KEY ("proposal_id","department_id")
);

-- Hand-written: who leads or supports a proposal.
CREATE FUNCTION "proposal_units_of"("one" "proposal") RETURNS TEXT[] LANGUAGE sql STABLE AS $$
    SELECT array_remove(array_prepend("one"."lead_department_id", "one"."supporting_department_ids"), NULL)
$$;

-- Hand-written: those there are; before the index, which is built faster over all of them.
SET hsl.subdistrict = '*';
INSERT INTO "proposal_unit" ("proposal_id", "subdistrict_id", "department_id")
    SELECT DISTINCT "proposal"."id", "proposal"."subdistrict_id", unnest(proposal_units_of("proposal")) FROM "proposal";

-- CreateIndex
CREATE INDEX "proposal_unit_subdistrict_id_department_id_proposal_id_idx" ON "proposal_unit"("subdistrict_id", "department_id", "proposal_id");

-- CreateIndex
CREATE INDEX "proposal_session_id_idx" ON "proposal"("session_id");

-- AddForeignKey
ALTER TABLE "proposal_unit" ADD CONSTRAINT "proposal_unit_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Hand-written: not before, since a new foreign key is checked against the rows that this connection sees.
RESET hsl.subdistrict;

-- RowLevelSecurity
ALTER TABLE "proposal_unit" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "proposal_unit" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "proposal_unit"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Hand-written: recorders, imports and fixtures write "proposal" alone. Two changes of one proposal wait for each other at its
-- row.
CREATE FUNCTION "proposal_units_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "proposal_unit" WHERE "proposal_id" = NEW."id" AND "department_id" <> ALL (proposal_units_of(NEW));
    INSERT INTO "proposal_unit" ("proposal_id", "subdistrict_id", "department_id")
        SELECT NEW."id", NEW."subdistrict_id", unnest(proposal_units_of(NEW)) ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER "proposal_units_follow"
    AFTER INSERT OR UPDATE OF "lead_department_id", "supporting_department_ids" ON "proposal"
    FOR EACH ROW EXECUTE FUNCTION "proposal_units_follow"();
