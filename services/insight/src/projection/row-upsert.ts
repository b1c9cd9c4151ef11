import type { Queryable } from '@hsl/database/queryable';

/** A row by its columns; instants as ISO texts. */
export type Row = Record<string, unknown>;

/**
 * Writes a whole row, over the one with the same key if there is one.
 * @param row columns named by the code, never by an event
 */
export async function upsertRow(db: Queryable, table: string, key: readonly string[], row: Row): Promise<void> {
  const columns = Object.keys(row);
  const changes = columns.filter((column) => !key.includes(column)).map((column) => `${column} = EXCLUDED.${column}`);
  await db.query({
    name: `upsert_${table}`,
    text: `INSERT INTO ${table} (${columns.join(', ')})
      SELECT ${columns.join(', ')} FROM jsonb_populate_record(NULL::${table}, $1::jsonb)
      ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.join(', ')}`,
    values: [JSON.stringify(row)],
  });
}
