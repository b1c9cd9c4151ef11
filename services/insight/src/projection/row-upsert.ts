import type { Queryable } from '@hsl/database/queryable';

/** A row by its columns; instants as ISO texts. */
export type Row = Record<string, unknown>;

/**
 * Writes whole rows, each over the one with the same key if there is one; no key may occur twice.
 * @param rows all with the same columns, named by the code, never by an event
 */
export async function upsertRows(
  db: Queryable,
  table: string,
  key: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  const changes = columns.filter((column) => !key.includes(column)).map((column) => `${column} = EXCLUDED.${column}`);
  await db.query({
    name: `upsert_${table}`,
    text: `INSERT INTO ${table} (${columns.join(', ')})
      SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
      ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.join(', ')}`,
    values: [JSON.stringify(rows)],
  });
}
