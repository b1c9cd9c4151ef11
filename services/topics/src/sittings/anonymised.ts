/** A mobile number of mainland China, not part of a longer one. */
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const MASK = '某某';

/**
 * Words for everybody (S99): names of residents who were there, and phone numbers, are masked.
 * @param names as they stand in the list of participants
 */
export function anonymised(text: string, names: readonly string[]): string {
  const longestFirst = [...names].filter((name) => name !== '').toSorted((one, other) => other.length - one.length);
  const withoutNames = longestFirst.reduce((words, name) => words.replaceAll(name, MASK), text);
  return withoutNames.replace(PHONE, '（电话略）');
}
