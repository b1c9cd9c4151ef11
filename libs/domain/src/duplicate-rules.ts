/**
 * When another whistle is worth showing beside one (domain 4.5 duplicate; for how long a concluded one is, is a
 * threshold of the rule set, `repeatDays`). A suggestion decides nothing: the liaison officer reads it and merges, links
 * or leaves it.
 */
export const DUPLICATE_RULES = {
  /** Text similarity from here on is a suggestion; what the scale means is in text-similarity.ts. */
  similarFrom: 0.8,
  /** An open matter of the same category and estate, or the same written place, blown within so many days of this one. */
  sameEstateWithinDays: 30,
  /** An open matter of a similar text has no window in the rule; so far back it is looked for. */
  similarTextWithinDays: 400,
  /** Communities share streets: another one's matter counts if both name such a long place and the places are alike. */
  tellingPlaceCharacters: 4,
  /** A person reads them all. */
  mostSuggestions: 10,
} as const;

/** Three repeats of one category in a month, by Shanghai's calendar, make a candidate for a monthly theme (domain 4.5). */
export const MONTHLY_THEME_RULES = { repeatsOfOneCategory: 3 } as const;
