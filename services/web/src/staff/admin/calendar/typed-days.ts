const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{1,2}-\d{1,2}$/;
/** As notices print it. */
const PRINTED = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
/** Between the first and the last day of a range, as notices and people write it. */
const UNTIL = /\s*(?:至|到|to|~|～|—|–|\.\.)\s*/;
/** What one range may cover; longer ones are a slip of the pen. */
const LONGEST_DAYS = 31;

export interface TypedDays {
  /** `YYYY-MM-DD`, rising, each once. */
  days: string[];
  /** What is neither a day nor a range of days. */
  notUnderstood: string[];
}

/** Days as people type them: one to a line or between commas, `2027-02-06`, `2027年2月6日`, `2027-02-06 至 2027-02-12`. */
export function daysIn(text: string): TypedDays {
  const parts = text
    .split(/[\n,，;；、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = parts.map((part) => ({ part, days: rangeOf(part) }));
  return {
    days: [...new Set(found.flatMap(({ days }) => days))].toSorted(),
    notUnderstood: found.filter(({ days }) => days.length === 0).map(({ part }) => part),
  };
}

function rangeOf(part: string): string[] {
  const ends = part.split(UNTIL).map(dayOf);
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined || ends.length > 2) return [];
  const count = (last - first) / DAY_MS + 1;
  if (count < 1 || count > LONGEST_DAYS) return [];
  return Array.from({ length: count }, (_none, index) => textOf(first + index * DAY_MS));
}

/** Midnight UTC of a date that exists. */
function dayOf(written: string): number | undefined {
  const text = written.replace(PRINTED, '$1-$2-$3');
  if (!DATE.test(text)) return undefined;
  const padded = text
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const at = Date.parse(padded);
  return Number.isNaN(at) || textOf(at) !== padded ? undefined : at;
}

const textOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Days as text again, runs of days as ranges. */
export const textOfDays = (days: readonly string[], until: string): string =>
  runsOf(days)
    .map(([first, last]) => (first === last ? first : `${first} ${until} ${last}`))
    .join('\n');

/** First and last day of what follows without a gap. */
export function runsOf(days: readonly string[]): [first: string, last: string][] {
  const runs: [string, string][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && Date.parse(day) - Date.parse(run[1]) === DAY_MS) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
