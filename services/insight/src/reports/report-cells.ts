import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import type { Cell } from './report-content.js';
import type { CellKind } from './report-definition.js';
import { isCodeKind, wordOf } from './words/code-words.js';

const MINUTES = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', hourCycle: 'h23' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});

/** `2021-10-19 09:30` in Asia/Shanghai. */
export function minuteText(at: Date): string {
  const parts = Object.fromEntries(MINUTES.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`;
}

/** Control characters that no XML holds. */
// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Names by kind and id, as events told them. */
export type NamesOf = (kind: 'community' | 'department' | 'category', id: string) => string | undefined;

/**
 * What the query answered, as the report shows it: nothing stays empty, a place without a name shows its id.
 * @throws TypeError for a value that its column does not expect
 */
export function cellOf(kind: CellKind, value: unknown, nameOf: NamesOf): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return kind === 'day' ? dateOf(dayOf(value.getTime())) : minuteText(value);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') throw new TypeError(`no cell of ${kind}: ${typeof value}`);
  return textOf(kind, value, nameOf).replaceAll(NO_TEXT, '');
}

function textOf(kind: CellKind, value: string, nameOf: NamesOf): string {
  if (kind === 'community' || kind === 'department' || kind === 'category') return nameOf(kind, value) ?? value;
  return isCodeKind(kind) ? wordOf(kind, value) : value;
}
