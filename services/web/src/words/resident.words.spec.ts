import { describe, expect, it } from '@jest/globals';
import { RESIDENT_WORDS } from './resident.words.js';

/** Terms, grades and cards of the house: residents get sentences (portal rule 3). */
const HOUSE_TERMS = /哨|派单|签收|挂账|台账|核查|回访|黄牌|红牌|系统|G[1-4]|whistle|dispatch|ledger/i;

describe('what residents read', () => {
  it.each(Object.entries(RESIDENT_WORDS))(
    '%s: is said in both languages without a term of the house',
    (_key, texts) => {
      expect(texts).toHaveLength(2);
      for (const text of texts) expect(text).not.toMatch(HOUSE_TERMS);
    },
  );

  it('fills the same slots in both languages', () => {
    const slots = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
    for (const [zh, en] of Object.values(RESIDENT_WORDS)) expect(slots(en)).toEqual(slots(zh));
  });
});
