-- Hand-written: rights compare who blew with the account that asks; of a key that is `key-<id>`, not its bare id.
SET hsl.subdistrict = '*';
UPDATE "whistle" SET "blown_by_key" = 'key-' || "blown_by_key" WHERE "blown_by_key" NOT LIKE 'key-%';
RESET hsl.subdistrict;
