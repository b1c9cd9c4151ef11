import type { Instant } from '@hsl/contracts/instants';
import { type Day, dayOf, isWeekday, parseDay, yearOf } from './calendar-day.js';
import type { Calendar } from './limit.js';

/** A date was asked about whose year has no official calendar; nothing was guessed. */
export class CalendarUnknown extends Error {
  readonly code = 'calendarUnknown';

  constructor(readonly year: number) {
    super(`no official calendar for ${year}`);
    this.name = 'CalendarUnknown';
  }
}

/** Exceptions and known years as day numbers, made once per calendar object: deadlines look at many days. */
interface DayIndex {
  holidays: ReadonlySet<Day>;
  makeUpWorkdays: ReadonlySet<Day>;
  firstDay: Day;
  lastDay: Day;
}

const indexes = new WeakMap<Calendar, DayIndex>();

function indexOf(calendar: Calendar): DayIndex {
  let index = indexes.get(calendar);
  if (!index) {
    index = {
      holidays: new Set(calendar.holidays.map(parseDay)),
      makeUpWorkdays: new Set(calendar.makeUpWorkdays.map(parseDay)),
      firstDay: parseDay(`${calendar.firstYear}-01-01`),
      lastDay: parseDay(`${calendar.lastYear}-12-31`),
    };
    indexes.set(calendar, index);
  }
  return index;
}

/** Whether a day is a working day; asking may throw or may be remembered as a guess, by the maker of the look-up. */
export interface WorkingDays {
  isWorking(day: Day): boolean;
  /** True once a day of an unknown year had to be judged by its weekday. */
  guessed: boolean;
}

/** Refuses every date of an unknown year with CalendarUnknown. */
export function officialDays(calendar: Calendar): WorkingDays {
  const index = indexOf(calendar);
  return { guessed: false, isWorking: (day) => isOfficial(index, day) && isWorkingIn(index, day) };
}

/** Takes Monday to Friday for the dates of unknown years, and remembers in `guessed` that it did. */
export function officialOrWeekdays(calendar: Calendar): WorkingDays {
  const index = indexOf(calendar);
  const days: WorkingDays = {
    guessed: false,
    isWorking(day) {
      if (day >= index.firstDay && day <= index.lastDay) return isWorkingIn(index, day);
      days.guessed = true;
      return isWeekday(day);
    },
  };
  return days;
}

const isWorkingIn = ({ holidays, makeUpWorkdays }: DayIndex, day: Day): boolean =>
  isWeekday(day) ? !holidays.has(day) || makeUpWorkdays.has(day) : makeUpWorkdays.has(day);

function isOfficial({ firstDay, lastDay }: DayIndex, day: Day): true {
  if (day < firstDay || day > lastDay) throw new CalendarUnknown(yearOf(day));
  return true;
}

/**
 * A make-up working day, or Monday to Friday and no public holiday. `date` is `YYYY-MM-DD` in Shanghai.
 * @throws CalendarUnknown for a year without official calendar; RangeError for a text that is no date
 */
export const isWorkingDay = (calendar: Calendar, date: string): boolean =>
  officialDays(calendar).isWorking(parseDay(date));

/** A Saturday or Sunday that a holiday notice declares a working day. Errors as in isWorkingDay. */
export function isMakeUp(calendar: Calendar, date: string): boolean {
  const [index, day] = [indexOf(calendar), parseDay(date)];
  return isOfficial(index, day) && index.makeUpWorkdays.has(day);
}

/** A date of an announced holiday period, its weekend days included. Errors as in isWorkingDay. */
export function isHoliday(calendar: Calendar, date: string): boolean {
  const [index, day] = [indexOf(calendar), parseDay(date)];
  return isOfficial(index, day) && index.holidays.has(day);
}

/** Dates after `start`'s day up to and including `due`'s day that are no working days. */
export function daysOffIn(days: WorkingDays, start: Instant, due: Instant): number {
  let off = 0;
  for (let day = dayOf(start) + 1; day <= dayOf(due); day++) if (!days.isWorking(day)) off++;
  return off;
}

/**
 * Calendar days strictly after the start's date up to the due date that are not working days; what a reader is told
 * beside a date that looks too far away. @throws CalendarUnknown
 */
export const daysOffBetween = (start: Instant, due: Instant, calendar: Calendar): number =>
  daysOffIn(officialDays(calendar), start, due);
