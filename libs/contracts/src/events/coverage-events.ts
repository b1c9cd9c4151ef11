import type { Instant } from '../instants.js';

/** How a community stands to 1+2+N (S27). */
export interface CoverageFact {
  communityId: string;
  /** Members it lacks for two. */
  missingMembers: number;
  /** Groups with a stake it lacks for one. */
  missingGroups: number;
  at: Instant;
}

/** Events of the topic `hsl.members`, key = community id. */
export interface CoverageEventData {
  /** Fires when a community has fewer than two members or no group with a stake, and when what it lacks changes. */
  'coverage.breached.v1': CoverageFact;
  /** Fires when a community lacks nothing any more. */
  'coverage.cured.v1': CoverageFact;
}
