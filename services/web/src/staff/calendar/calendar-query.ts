import { isDay } from './week.js';

/** Which week, of which place, and the sheet that is open on which booking. */
export interface CalendarQuery {
  week?: string;
  venue?: string;
  do?: string;
  booking?: string;
}

const LONGEST = 60;
const isShort = (given: unknown): given is string =>
  typeof given === 'string' && given !== '' && given.length <= LONGEST;

/** Only what is understood is kept: an address somebody typed by hand never breaks the page. */
export const calendarQueryOf = (search: Record<string, unknown>): CalendarQuery => ({
  ...(isDay(search.week) && { week: search.week }),
  ...(isShort(search.venue) && { venue: search.venue }),
  ...(isShort(search.do) && { do: search.do }),
  ...(isShort(search.booking) && { booking: search.booking }),
});
