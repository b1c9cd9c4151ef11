import type { Grade, Level } from '../grades.js';
import type { WhistleState } from '../states.js';
import type { RungAt, WaitingFor } from '../steps.js';

/**
 * What every event of a whistle says about it, so that a projection needs no other event to place it:
 * ids, codes, numbers and instants only. Version rises by one per decision.
 */
export interface WhistleSnapshot {
  whistleId: string;
  number: string;
  version: number;
  state: WhistleState;
  communityId: string;
  estateId?: string;
  categoryCode: string;
  topicId?: string;
  grade: Grade;
  level: Level;
  leadDepartmentId?: string;
  departmentIds: string[];
  memberIds: string[];
  waitingFor: WaitingFor[];
  /** Since when it waits; absent when nobody is waited for. */
  waitingSince?: number;
  dueAt?: number;
  nextRung?: RungAt;
  /** Rework rounds so far; 0 before the first verification failed. */
  reworkCount: number;
  blownAt: number;
  /** When the decision was taken. */
  at: number;
}
