import { orDatabaseUnavailable } from '@hsl/database/database-down';
import type { Queryable } from '@hsl/database/queryable';
import type { Prisma } from '../generated/prisma/client.js';
import { gramsSought, smallLetters } from './text-grams.js';

/** Of a text that stands in no more matters than these, they are named: three in two hundred of many years. */
const MOST_NAMED = 1_500;
const FOUND = 'SELECT whistle_id AS id FROM whistle_text WHERE subdistrict_id = $1 AND grams @> $2::text[]';
const ESTIMATE = `EXPLAIN (FORMAT JSON) ${FOUND}`;
const NAMED = `${FOUND} LIMIT ${MOST_NAMED + 1}`;

/**
 * Matters that have all the grams of a text, as a condition for a list. A rare text leads to its matters by the index of
 * the grams; along a common one the list itself is walked, which soon finds a page. PostgreSQL would mistake the one for
 * the other: it knows how often a gram stands only of the thousand most frequent, and guesses the same of all others. So
 * it is asked for what it knows, and whatever it does not take for frequent is looked up.
 * @throws ProblemError databaseUnavailable
 */
export async function mayHold(db: Queryable, subdistrictId: string, text: string): Promise<Prisma.WhistleWhereInput> {
  const grams = gramsSought(text);
  const ask = <Row extends object>(statement: string) =>
    orDatabaseUnavailable(async () => (await db.query<Row>({ text: statement, values: [subdistrictId, grams] })).rows);
  const common = { text: { is: { grams: { hasEvery: grams } } } };
  const [plan] = await ask<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(ESTIMATE);
  if (plan!['QUERY PLAN'][0].Plan['Plan Rows'] > MOST_NAMED) return common;
  const named = await ask<{ id: string }>(NAMED);
  return named.length > MOST_NAMED ? common : { id: { in: named.map(({ id }) => id) } };
}

/** What has the grams may have them in another order; here is seen that the text itself stands there. */
export const holdsText = (
  { number, place, facts }: { number: string; place: string | null; facts: string },
  text: string,
): boolean => {
  const sought = smallLetters(text);
  return [number, place ?? '', facts].some((words) => smallLetters(words).includes(sought));
};
