import type { PersonalSection } from '@hsl/contracts/schemas/personal-data';
import type { Locale } from './locale.js';

/** What sections and fields of an export are called, in zh-CN and en: plain words, no codes. */
export type PersonalWords = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** What is held of one thing, field by field; one that holds nothing is left out. */
export type HeldFields<Word> = readonly (readonly [word: Word, value: string | Date | null | undefined])[];

/** One section of an export in the reader's language; instants are told in Asia/Shanghai. */
export function personalSection<Words extends PersonalWords>(
  words: Words,
  title: keyof Words & string,
  held: readonly HeldFields<keyof Words & string>[],
  locale: Locale,
): PersonalSection {
  const say = (word: keyof Words & string): string => words[word]![locale === 'en' ? 1 : 0];
  const entries = held.map((fields) =>
    fields.flatMap(([word, value]) =>
      value === null || value === undefined || value === ''
        ? []
        : [{ label: say(word), value: value instanceof Date ? shanghai(value, locale) : value }],
    ),
  );
  return { title: say(title), entries };
}

const shanghai = (at: Date, locale: Locale): string =>
  at.toLocaleString(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
