import { z } from 'zod';

/** Which liaison officer is rung outside working hours (S10, domain 4.3). */

const DAY_MS = 86_400_000;
const date = z.iso.date();
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A shift begins on `day` at `from`; one that ends at an earlier or the same time of day ends on the day after. */
export const DutyShiftBody = z
  .strictObject({
    day: date,
    userId: z.string().trim().min(1).max(60).meta({ description: 'The liaison officer' }),
    from: timeOfDay,
    to: timeOfDay,
  })
  .meta({
    id: 'DutyShift',
    examples: [{ day: '2026-12-01', userId: 'zx-liaison1', from: '18:00', to: '08:30' }],
  });
export type DutyShiftBody = z.output<typeof DutyShiftBody>;

const MOST_ROSTER_DAYS = 92;

/** Days of the roster, both included; at most a quarter at once. */
export const DutyRosterQuery = z
  .strictObject({ from: date, to: date })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'before the first day' })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / DAY_MS < MOST_ROSTER_DAYS, {
    path: ['to'],
    message: 'more than a quarter',
  });
export type DutyRosterQuery = z.output<typeof DutyRosterQuery>;

export const ReplaceDutyRoster = z.strictObject({ shifts: z.array(DutyShiftBody).max(400) }).meta({
  id: 'ReplaceDutyRoster',
  description: 'All shifts that begin on the days of the query; others go',
  examples: [{ shifts: [{ day: '2026-12-01', userId: 'zx-liaison1', from: '18:00', to: '08:30' }] }],
});
export type ReplaceDutyRoster = z.output<typeof ReplaceDutyRoster>;

export const DutyRoster = z
  .object({
    shifts: z.array(
      z
        .object({ ...DutyShiftBody.shape, fromAt: z.iso.datetime(), toAt: z.iso.datetime() })
        .meta({ id: 'DutyShiftRow' }),
    ),
    onDutyNow: z.string().optional().meta({ description: 'The liaison officer who would be rung now' }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'DutyRoster' });
