import type { Prisma } from '../generated/prisma/client.js';

/**
 * Sessions of any of these communities, by the rows that a trigger keeps for them. How often a community meets PostgreSQL
 * knows also for a tenant; how often an element stands in an array it guesses, and walks the whole list for a rare one.
 */
export const inCommunities = (subdistrictId: string, communityIds: readonly string[]): Prisma.SessionWhereInput => ({
  communities: { some: { subdistrictId, communityId: { in: [...communityIds] } } },
});
