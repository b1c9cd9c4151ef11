import { z } from 'zod';

/** Which sitting of the session; the current or last one if absent. */
export const RoundSchema = z.strictObject({ round: z.coerce.number().int().min(1).max(2).optional() });

/** When they were held: from the first instant to before the second. */
export const PeriodSchema = z.strictObject({ from: z.iso.datetime().optional(), to: z.iso.datetime().optional() });
