import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { dateOf, HOUR_MS, instantOn, parseDay, type Day } from '@hsl/domain/calendar-day';
import { isWorkingDay } from '@hsl/domain/calendar';

const isWorking = (day: Day): boolean => isWorkingDay(CHINA_CALENDAR, dateOf(day));

/** Every official working day from the first date to the last, both included. */
export function workingDays(first: string, last: string): Day[] {
  const days: Day[] = [];
  for (let day = parseDay(first); day <= parseDay(last); day++) if (isWorking(day)) days.push(day);
  return days;
}

/** So many working days later. */
export function later(day: Day, count: number): Day {
  let found = day;
  for (let left = count; left > 0;) if (isWorking(++found)) left--;
  return found;
}

/** That hour of the day in Asia/Shanghai. */
export const atHour = (day: Day, hour: number): number => instantOn(day, hour * HOUR_MS);
