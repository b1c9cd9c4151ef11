import type { Queryable } from '@hsl/database/queryable';
import { smallLetters } from '@hsl/database/text-grams';
import { mayHold, type GramTable } from '@hsl/database/text-search';
import type { Prisma } from '../generated/prisma/client.js';

const WORDS: GramTable = { table: 'whistle_text', key: 'whistle_id' };

/** Matters that have all the grams of a text, as a condition for a list. @throws ProblemError databaseUnavailable */
export async function mattersThatMayHold(
  db: Queryable,
  subdistrictId: string,
  text: string,
): Promise<Prisma.WhistleWhereInput> {
  const found = await mayHold(db, WORDS, subdistrictId, text);
  return 'ids' in found ? { id: { in: found.ids } } : { text: { is: { grams: { hasEvery: found.grams } } } };
}

/** What has the grams may have them in another order; here is seen that the text itself stands there. */
export const holdsText = (
  { number, place, facts }: { number: string; place: string | null; facts: string },
  text: string,
): boolean => {
  const sought = smallLetters(text);
  return [number, place ?? '', facts].some((words) => smallLetters(words).includes(sought));
};
