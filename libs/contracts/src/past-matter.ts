import type { Grade, Tier, Track } from './grades.js';

/** Who took the steps of a matter that is taken over; user ids. */
export interface PastPeople {
  worker: string;
  liaisonOfficer: string;
  /** Looked back on it; nobody who had handled it (domain 4.1). */
  observer: string;
  /** Of each department, in their order. */
  handlers: string[];
}

/** When each step was taken; milliseconds since the epoch, ascending. */
export interface PastInstants {
  blown: number;
  accepted: number;
  checkedIn: number;
  dispatched: number;
  /** By all departments. */
  acknowledged: number;
  /** By all departments; the lead last. */
  fedBack: number;
  verified: number;
  revisited: number;
}

/** A matter that was resolved before the platform was there: ids, codes, numbers and instants only. */
export interface PastMatter {
  whistleId: string;
  subdistrictId: string;
  communityId: string;
  categoryCode: string;
  grade: Grade;
  tier: Tier;
  track: Track;
  households?: number;
  /** The lead first. */
  departmentIds: string[];
  satisfaction: 'satisfied' | 'basic';
  people: PastPeople;
  at: PastInstants;
}
