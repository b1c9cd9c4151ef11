import type { Instant } from '@hsl/contracts/instants';
import { officialOrWeekdays } from '@hsl/domain/calendar';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { HOUR_MS } from '@hsl/domain/calendar-day';
import { workingTimeIn } from '@hsl/domain/working-time';

const DAYS = officialOrWeekdays(CHINA_CALENDAR);

/** Working hours from one instant to the other by the calendar as shipped; in a year it lacks, weekdays work. */
export const workingHoursBetween = (from: Instant, to: Instant): number =>
  Math.round((workingTimeIn(DAYS, from, to) / HOUR_MS) * 1000) / 1000;
