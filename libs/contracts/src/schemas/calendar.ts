import { z } from 'zod';

/** The official calendar as administrators load it: one year of the notice of the State Council (domain 2.7). */

const date = z.iso.date();
const dates = z.array(date).max(120);

export const CalendarYear = z.int().min(2000).max(2100);

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(Date.parse(day)).getUTCDay());

interface Fault {
  path: (string | number)[];
  message: string;
}

function* faultsOf(body: { year: number; holidays: string[]; makeUpWorkdays: string[] }): Generator<Fault> {
  for (const list of ['holidays', 'makeUpWorkdays'] as const) {
    for (const [index, day] of body[list].entries()) {
      const path = [list, index];
      if (!day.startsWith(`${body.year}-`)) yield { path, message: 'not a date of that year' };
      if (body[list].indexOf(day) < index) yield { path, message: 'named twice' };
      if (list === 'makeUpWorkdays' && !isWeekend(day)) yield { path, message: 'not a Saturday or Sunday' };
      if (list === 'makeUpWorkdays' && body.holidays.includes(day)) yield { path, message: 'also a holiday' };
    }
  }
}

export const LoadCalendar = z
  .strictObject({
    year: CalendarYear,
    holidays: dates.min(1).meta({ description: 'Every day off of the notice, weekend days included' }),
    makeUpWorkdays: dates.meta({ description: 'Saturdays and Sundays that are working days' }),
  })
  .superRefine((body, context) => {
    for (const fault of faultsOf(body)) context.addIssue({ code: 'custom', ...fault });
  })
  .meta({
    id: 'LoadCalendar',
    description: 'One year, as announced; a year already known is replaced',
    examples: [{ year: 2027, holidays: ['2027-01-01', '2027-01-02', '2027-01-03'], makeUpWorkdays: ['2027-02-20'] }],
  });
export type LoadCalendar = z.output<typeof LoadCalendar>;

/** Query of GET /api/calendar; without a year the present one. */
export const CalendarQuery = z.strictObject({ year: z.coerce.number().pipe(CalendarYear).optional() });
export type CalendarQuery = z.output<typeof CalendarQuery>;

export const CalendarYearAnswer = z
  .object({
    year: z.int(),
    isKnown: z.boolean().meta({ description: 'False where deadlines are found by weekday and are provisional' }),
    holidays: z.array(date),
    makeUpWorkdays: z.array(date),
    version: z.int(),
    firstYear: z.int(),
    lastYear: z.int(),
    loadedAt: z.iso.datetime(),
    loadedBy: z.string().optional(),
    isRollingOut: z.boolean().meta({ description: 'True while open matters are being told of the newest version' }),
    provisionalDeadlines: z
      .int()
      .meta({ description: 'Deadlines of open matters that wait for a year to be announced' }),
    warnings: z.array(z.object({ code: z.literal('yearMissing'), year: z.int(), message: z.string() })),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYearAnswer = z.output<typeof CalendarYearAnswer>;
