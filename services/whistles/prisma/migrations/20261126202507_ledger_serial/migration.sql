-- AlterTable
ALTER TABLE "ledger_entry" ADD COLUMN     "serial" TEXT;

-- Hand-written: what is on the register is numbered in the order of its applications; the service counts on from there.
SET hsl.subdistrict = '*';
WITH numbered AS (
    SELECT "id", extract(YEAR FROM "applied_at" AT TIME ZONE 'Asia/Shanghai')::int AS "year",
        row_number() OVER (
            PARTITION BY "subdistrict_id", extract(YEAR FROM "applied_at" AT TIME ZONE 'Asia/Shanghai')
            ORDER BY "applied_at", "id"
        ) AS "position"
    FROM "ledger_entry"
)
UPDATE "ledger_entry" AS e
SET "serial" = upper(e."subdistrict_id") || '-L-' || n."year" || '-' || lpad(n."position"::text, greatest(4, length(n."position"::text)), '0')
FROM numbered n WHERE n."id" = e."id";
DO $$
DECLARE counted RECORD;
DECLARE name TEXT;
BEGIN
    FOR counted IN
        SELECT "subdistrict_id", extract(YEAR FROM "applied_at" AT TIME ZONE 'Asia/Shanghai')::int AS "year", count(*) AS "entries"
        FROM "ledger_entry" GROUP BY 1, 2
    LOOP
        name := 'ledger_serial_' || replace(counted."subdistrict_id", '-', '_') || '_' || counted."year";
        EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', name);
        PERFORM setval(quote_ident(name)::regclass, counted."entries");
    END LOOP;
END $$;
RESET hsl.subdistrict;

ALTER TABLE "ledger_entry" ALTER COLUMN "serial" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_subdistrict_id_serial_key" ON "ledger_entry"("subdistrict_id", "serial");
