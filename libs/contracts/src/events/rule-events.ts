/** How long a step may take, as the rules say it. */
interface PublishedLimit {
  kind: 'natural' | 'workingDays' | 'workingHours' | 'months';
  amount: number;
  /** With `natural` only. */
  unit?: 'minutes' | 'hours' | 'days';
}

/** Events about the rules and the calendar of a subdistrict (owner: whistles); their subject is the subdistrict. */
export interface RuleEventData {
  /** Fires when other rules were proposed; a deputy leader or the group leader decides. */
  'ruleSet.proposed.v1': { proposalId: string; proposedBy: string; basedOn: number };
  /** Fires when such a proposal was rejected. */
  'ruleSet.rejected.v1': { proposalId: string; proposedBy: string; rejectedBy: string };
  /** Fires when a proposal became a version of the rules, which is in force from `effectiveFrom` on. */
  'ruleSet.changed.v1': {
    proposalId: string;
    ruleSetVersion: number;
    effectiveFrom: number;
    /** Dotted paths of the rules that change. */
    changed: string[];
    proposedBy: string;
    approvedBy: string;
  };
  /**
   * Fires once for each version of the rules, the first one included, with what other services than the owner take
   * from it; it is in force from `effectiveFrom` until the next version is.
   */
  'ruleSet.published.v1': {
    ruleSetVersion: number;
    effectiveFrom: number;
    timeScale: number;
    /** Limits of proposals by step. */
    proposals: Record<string, PublishedLimit>;
    /** Weights of a department's score, in percent; absent in events from before there were any. */
    departmentScore?: { overall: number; onTime: number; communityRating: number; cards: number };
  };
  /** Fires when a year of the official calendar was loaded or amended; provisional deadlines are found again. */
  'calendar.loaded.v1': {
    year: number;
    version: number;
    loadedBy: string;
    /** All known years, as dates; absent in events from before other services kept a copy. */
    calendar?: { firstYear: number; lastYear: number; holidays: readonly string[]; makeUpWorkdays: readonly string[] };
  };
  /** Fires once a day from 1 December on while the calendar of the next year is not loaded. */
  'calendar.yearMissed.v1': { year: number; day: string };
}
