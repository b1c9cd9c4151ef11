import type pg from 'pg';

/** Tables that are filled with millions of rows. */
const TABLES = ['fact', 'matter', 'waiting', 'rung'];

interface Index {
  name: string;
  definition: string;
  table: string;
  /** Of a primary key, which is a constraint. */
  isKey: boolean;
}

const INDEXES = `SELECT i.relname AS name, t.relname AS "table", x.indisprimary AS "isKey",
    CASE WHEN x.indisprimary THEN pg_get_constraintdef(c.oid) ELSE pg_get_indexdef(i.oid) END AS definition
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
  LEFT JOIN pg_constraint c ON c.conindid = i.oid
  WHERE t.relname = ANY ($1) AND t.relnamespace = 'public'::regnamespace`;

const dropped = ({ name, table, isKey }: Index): string =>
  isKey ? `ALTER TABLE ${table} DROP CONSTRAINT ${name}` : `DROP INDEX ${name}`;
const made = ({ name, table, isKey, definition }: Index): string =>
  isKey ? `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}` : definition;

/** Fills tables without their indexes, which are made again at once: far faster, and the same in the end. */
export async function withoutIndexes(pool: pg.Pool, fill: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<Index>(INDEXES, [TABLES]);
  for (const index of rows) await pool.query(dropped(index));
  await fill();
  for (const index of rows) await pool.query(made(index));
}
