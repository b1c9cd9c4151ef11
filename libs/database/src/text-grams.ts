/**
 * Chinese is written without blanks, so words are found by what they are made of: a row keeps each piece of one to three
 * characters and, within digits, of up to six (the function text_grams of the database, with which this must agree).
 * Three digits stand in a thousand numbers and would lead nowhere.
 */
const MOST_CHARACTERS = 3;
const MOST_DIGITS = 6;
/** As text_grams reads them; fewer are characters like any other. */
const DIGITS = /[0-9]{4,}/g;

/** A to Z as small letters; of other scripts each letter stays as it is written. */
export const smallLetters = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * Grams that every row has in which the text stands: as few as cover it, since PostgreSQL takes them for independent and
 * would think the more of them the rarer. What has them all may have them in another order.
 * @param text at least one character
 */
export function gramsSought(text: string): string[] {
  const small = smallLetters(text);
  const grams = [
    ...(small.match(DIGITS) ?? []).flatMap((run) => cover(run, MOST_DIGITS)),
    ...small.split(DIGITS).flatMap((words) => cover(words, MOST_CHARACTERS)),
  ];
  // A dash between digits stands in each number; it is sought only if there is nothing else.
  const telling = grams.filter((gram) => Array.from(gram).length > 1);
  return [...new Set(telling.length > 0 ? telling : grams)];
}

/** Pieces side by side; the last reaches back, so that it is as long as the others. */
function cover(text: string, length: number): string[] {
  const characters = Array.from(text);
  if (characters.length === 0) return [];
  if (characters.length <= length) return [text];
  return Array.from({ length: Math.ceil(characters.length / length) }, (_, index) => {
    const from = Math.min(index * length, characters.length - length);
    return characters.slice(from, from + length).join('');
  });
}
