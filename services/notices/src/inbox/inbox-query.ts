import type { z } from 'zod';
import { inboxFilters } from '@hsl/contracts/schemas/notices';
import { pageQuerySchema } from '@hsl/platform/page';

/** Query of GET /api/inbox. */
export const inboxQuerySchema = pageQuerySchema.extend(inboxFilters);
export type InboxQuery = z.output<typeof inboxQuerySchema>;
