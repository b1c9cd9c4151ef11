import type { RoomCalendar } from '@hsl/contracts/schemas/bookings';

const DAY_MS = 86_400_000;
/** Asia/Shanghai, which has no summer time. */
const SHANGHAI_MS = 8 * 3_600_000;
const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** Seven days from Monday, as the place counts them. */
export interface Week {
  /** Like 2026-11-23. */
  days: string[];
  /** Instants in ISO 8601: the first of Monday, and the first of the Monday after. */
  from: string;
  to: string;
  /** Mondays of the weeks around it. */
  before: string;
  after: string;
}

const localOf = (at: number): string => new Date(at + SHANGHAI_MS).toISOString();
export const dayOf = (at: number): string => localOf(at).slice(0, 10);
/** "09:30" */
export const clockOf = (at: number): string => localOf(at).slice(11, 16);
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** @param day any day of the week, like 2026-11-25 */
export function weekOf(day: string): Week {
  const weekday = new Date(startOf(day) + SHANGHAI_MS).getUTCDay();
  const monday = startOf(day) - ((weekday + 6) % 7) * DAY_MS;
  return {
    days: DAYS.map((index) => dayOf(monday + index * DAY_MS)),
    from: new Date(monday).toISOString(),
    to: new Date(monday + 7 * DAY_MS).toISOString(),
    before: dayOf(monday - 7 * DAY_MS),
    after: dayOf(monday + 7 * DAY_MS),
  };
}

/** True for a day of the calendar; an address may hold anything. */
export function isDay(given: unknown): given is string {
  if (typeof given !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(given)) return false;
  const at = startOf(given);
  return !Number.isNaN(at) && dayOf(at) === given;
}

/** What a day of a room holds. */
export interface Cell {
  day: string;
  taken: RoomCalendar['taken'];
  /** Some of it can still be booked. */
  isFree: boolean;
}

/** @param calendar of one room for that week */
export function cellsOf({ taken, free }: Pick<RoomCalendar, 'taken' | 'free'>, { days }: Week): Cell[] {
  return days.map((day) => {
    const [start, end] = [startOf(day), startOf(day) + DAY_MS];
    const isWithin = ({ from, to }: { from: string; to: string }): boolean =>
      Date.parse(from) < end && Date.parse(to) > start;
    return { day, taken: taken.filter(isWithin), isFree: free.some(isWithin) };
  });
}
