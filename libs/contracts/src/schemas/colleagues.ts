import { z } from 'zod';
import { LONGEST_ACCOUNT_ID, MOST_COLLEAGUES } from '../colleague-limits.js';
import { ACCOUNT_ROLES } from './users.js';

/** What staff may know of an account whose id they meet: who it is and as what, nothing else. */

export const ColleagueQuery = z.strictObject({
  ids: z
    .string()
    .max(MOST_COLLEAGUES * (LONGEST_ACCOUNT_ID + 1))
    .transform((text) => [...new Set(text.split(',').map((id) => id.trim()))])
    .pipe(z.array(z.string().min(1).max(LONGEST_ACCOUNT_ID)).max(MOST_COLLEAGUES))
    .meta({ description: 'Up to 100 ids of accounts, with commas', examples: ['zx-liaison1,zx-admin'] }),
});
export type ColleagueQuery = z.output<typeof ColleagueQuery>;

export const Colleague = z
  .object({ id: z.string(), name: z.string(), roles: z.array(z.enum(ACCOUNT_ROLES)) })
  .meta({ id: 'Colleague', examples: [{ id: 'zx-liaison1', name: '王敏', roles: ['liaisonOfficer'] }] });
export type Colleague = z.output<typeof Colleague>;

export const Colleagues = z
  .object({ items: z.array(Colleague).max(MOST_COLLEAGUES) })
  .meta({ id: 'Colleagues', description: 'Those that exist in the own subdistrict, also who has left' });
export type Colleagues = z.output<typeof Colleagues>;
