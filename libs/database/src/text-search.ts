import { orDatabaseUnavailable } from './database-down.js';
import type { Queryable } from './queryable.js';
import { gramsSought } from './text-grams.js';

/** Of a text that stands in no more rows than these, they are named: three in two hundred of many years. */
const MOST_NAMED = 1_500;

/** A table with a row of grams (`grams`, made by the function text_grams) for each row that is searched. */
export interface GramTable {
  table: string;
  /** Its column with the key of the row that is searched. */
  key: string;
}

/** The rows that may hold a text: all of them by their keys or, of a common text, those that have all the grams. */
export type MayHold = { ids: string[] } | { grams: string[] };

/**
 * Which rows have all the grams of a text. A rare text leads to its rows by the index of the grams; along a common one
 * the list itself is walked, which soon finds a page. PostgreSQL would mistake the one for the other: it knows how often a
 * gram stands only of the thousand most frequent, and guesses the same of all others. So it is asked for what it knows,
 * and whatever it does not take for frequent is looked up.
 * @param text at least one character
 * @throws ProblemError databaseUnavailable
 */
export async function mayHold(
  db: Queryable,
  { table, key }: GramTable,
  subdistrictId: string,
  text: string,
): Promise<MayHold> {
  const grams = gramsSought(text);
  const found = `SELECT ${key} AS id FROM ${table} WHERE subdistrict_id = $1 AND grams @> $2::text[]`;
  const ask = <Row extends object>(statement: string) =>
    orDatabaseUnavailable(async () => (await db.query<Row>({ text: statement, values: [subdistrictId, grams] })).rows);
  const [plan] = await ask<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(`EXPLAIN (FORMAT JSON) ${found}`);
  if (plan!['QUERY PLAN'][0].Plan['Plan Rows'] > MOST_NAMED) return { grams };
  const named = await ask<{ id: string }>(`${found} LIMIT ${MOST_NAMED + 1}`);
  return named.length > MOST_NAMED ? { grams } : { ids: named.map(({ id }) => id) };
}
