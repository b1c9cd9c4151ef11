import type { DeadLetter } from './dead-letter-entry.js';

const MOST_ERROR_CHARACTERS = 120;
const MOST_VALUE_CHARACTERS = 20_000;

/** One line per dead letter, at most `limit`, then how many more there are. */
export function listReport(letters: readonly DeadLetter[], limit: number): string {
  if (letters.length === 0) return 'no dead letters\n';
  const lines = letters.slice(0, limit).map((letter) => {
    const error = (letter.error.split('\n')[0] ?? '').slice(0, MOST_ERROR_CHARACTERS);
    return `${letter.id}  ${letter.firstFailedAt}  ${letter.type ?? '(no event)'}  ${letter.attempts} attempts  ${error}`;
  });
  const more = letters.length - lines.length;
  return `${[...lines, more > 0 ? `… and ${more} more (--limit)` : `${letters.length} in all`].join('\n')}\n`;
}

/** Everything there is to know of one. */
export function showReport(letter: DeadLetter): string {
  const value = letter.value.toString('utf8');
  const shown = value.slice(0, MOST_VALUE_CHARACTERS);
  return [
    `id               ${letter.id}`,
    `event            ${letter.type ?? '(no event)'} ${letter.eventId ?? ''}`,
    `group            ${letter.group}`,
    `topic            ${letter.topic}`,
    `first failed at  ${letter.firstFailedAt}`,
    `attempts         ${letter.attempts}`,
    `error            ${letter.error}`,
    letter.stack,
    '',
    value.length > shown.length ? `${shown}… (${value.length} characters)` : shown,
    '',
  ].join('\n');
}
