import type { Prisma } from '../generated/prisma/client.js';

/** What a topic is found by, as the function topic_facets_of of the database writes it. */
export const facet = {
  community: (id: string): string => `community:${id}`,
  problemType: (code: string): string => `problemType:${code}`,
  strategyTag: (id: string): string => `strategyTag:${id}`,
} as const;

/**
 * Topics with any of these facets. PostgreSQL knows how often each facet occurs, also for a tenant, but guesses how often an
 * element stands in an array: so it walks the list for a common one, and begins at the few topics of a rare one.
 */
export const withFacet = (subdistrictId: string, ...facets: readonly string[]): Prisma.TopicWhereInput => ({
  facets: { some: { subdistrictId, facet: { in: [...facets] } } },
});
