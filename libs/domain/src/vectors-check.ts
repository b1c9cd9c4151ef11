import { CalendarUnknown, isHoliday, isMakeUp, isWorkingDay } from './calendar.js';
import { SECOND_MS } from './calendar-day.js';
import { deadline } from './deadline.js';
import { ladder } from './ladder.js';
import type { Calendar } from './limit.js';
import { shanghaiIso, VectorEntry, VectorsMalformed } from './vectors-format.js';
import { workingMinutesBetween } from './working-time.js';

/** One comparison of a vectors file. `expected` and `got` are texts, equal when it passes. */
export interface VectorResult {
  id: string;
  expected: string;
  got: string;
}

/** What an entry expects, and how to compute it. */
interface VectorCheck {
  expected: string;
  compute: () => string;
}

type Reader = (entry: VectorEntry, calendar: Calendar) => VectorCheck;

const DAY_FLAGS = { workingDay: isWorkingDay, makeUp: isMakeUp, holiday: isHoliday } as const;

function checkCase(entry: VectorEntry, calendar: Calendar): VectorCheck {
  const [start, limit] = [entry.instant('start'), entry.limit('rule')];
  return {
    expected: shanghaiIso(entry.instant('deadline')),
    compute: () => shanghaiIso(deadline(start, limit, calendar)),
  };
}

function checkBetween(entry: VectorEntry, calendar: Calendar): VectorCheck {
  const [from, to] = [entry.instant('from'), entry.instant('to')];
  return {
    expected: `${entry.number('workingMinutes')} minutes`,
    compute: () => `${workingMinutesBetween(from, to, calendar)} minutes`,
  };
}

function checkDay(entry: VectorEntry, calendar: Calendar): VectorCheck {
  const date = entry.date('date');
  const flags = Object.entries(DAY_FLAGS).filter(([flag]) => entry.has(flag));
  if (flags.length === 0)
    throw new VectorsMalformed(`${entry.place} expects none of ${Object.keys(DAY_FLAGS).join(', ')}`);
  return {
    expected: `${date} ${flags.map(([flag]) => `${flag}=${entry.flag(flag)}`).join(' ')}`,
    compute: () => `${date} ${flags.map(([flag, ask]) => `${flag}=${ask(calendar, date)}`).join(' ')}`,
  };
}

function checkRefusal(entry: VectorEntry, calendar: Calendar): VectorCheck {
  const expected = `error ${entry.text('error')}`;
  if (entry.has('date')) {
    const date = entry.date('date');
    return { expected, compute: () => `workingDay=${isWorkingDay(calendar, date)}` };
  }
  if (entry.has('from')) {
    const [from, to] = [entry.instant('from'), entry.instant('to')];
    return { expected, compute: () => `${workingMinutesBetween(from, to, calendar)} minutes` };
  }
  const [start, limit] = [entry.instant('start'), entry.limit('rule')];
  return { expected, compute: () => shanghaiIso(deadline(start, limit, calendar)) };
}

function checkLadder(entry: VectorEntry, calendar: Calendar): VectorCheck {
  const [start, limit] = [entry.instant('start'), entry.limit('rule')];
  // The format has whole seconds only; the red card of a step that started within a second is due within one.
  const asText = (instants: number[]) =>
    instants.map((at) => shanghaiIso(Math.floor(at / SECOND_MS) * SECOND_MS)).join(' ');
  return {
    expected: asText(entry.instants('rungs', 6)),
    compute: () => asText(ladder(start, limit, calendar).map((rung) => rung.at)),
  };
}

/** The lists a vectors file may have; everything else in it is explanation. */
const LISTS: Readonly<Record<string, Reader>> = {
  cases: checkCase,
  between: checkBetween,
  days: checkDay,
  refusals: checkRefusal,
  ladders: checkLadder,
};

function outcomeOf(compute: () => string): string {
  try {
    return compute();
  } catch (error) {
    if (error instanceof CalendarUnknown) return `error ${error.code}`;
    throw error;
  }
}

/**
 * Computes every entry of a parsed vectors file (deadlines, ladders or both) and sets it beside what is expected.
 * @throws VectorsMalformed when the document has none of the lists, no entry, or an entry that cannot be read
 */
export function checkVectors(document: unknown, calendar: Calendar): VectorResult[] {
  if (typeof document !== 'object' || document === null) throw new VectorsMalformed('the file holds no JSON object');
  const lists = Object.entries(document as Record<string, unknown>).filter(([name]) => Object.hasOwn(LISTS, name));
  const checks = lists.flatMap(([name, list]) => {
    if (!Array.isArray(list)) throw new VectorsMalformed(`${name} is not a list`);
    return list.map((value: unknown, index) => {
      const entry = VectorEntry.of(value, `${name}[${index}]`);
      return { id: entry.id, ...LISTS[name]!(entry, calendar) };
    });
  });
  if (checks.length === 0) throw new VectorsMalformed(`no entry in any of ${Object.keys(LISTS).join(', ')}`);
  return checks.map(({ id, expected, compute }) => ({ id, expected, got: outcomeOf(compute) }));
}
