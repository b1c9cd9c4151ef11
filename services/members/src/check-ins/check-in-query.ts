import { checkInFilters } from '@hsl/contracts/schemas/members';
import { pageQuerySchema } from '@hsl/platform/page';
import { z } from 'zod';

/** Query of GET /api/check-ins. */
export const CheckInQuery = pageQuerySchema.extend(checkInFilters);
export type CheckInQuery = z.output<typeof CheckInQuery>;

/** The sort key inside the cursor. */
export const checkInKey = z.strictObject({ requestedAt: z.iso.datetime(), id: z.uuid() });
