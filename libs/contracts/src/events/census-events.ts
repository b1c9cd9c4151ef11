import type { TaskFact } from './task-events.js';
import type { WhistleSnapshot } from './whistle-snapshot.js';

/** A matter as its row has it, though nothing happened to it. */
export interface CountedMatter extends WhistleSnapshot {
  concludedAt?: number;
}

/** Events of the topics `hsl.whistles` and `hsl.departments`, key = `census/` and the subdistrict. */
export interface CensusEventData {
  /**
   * Fires once a day beside the reconciliation (domain 4.6), so that a projection that missed an event is found and
   * catches up: a page of matters that are open, or were decided on within the last days.
   */
  'whistle.census.v1': { matters: CountedMatter[] };
  /** Fires once a day beside the reconciliation of tasks, for the same purpose: a page of them, as their rows have them. */
  'task.census.v1': { tasks: TaskFact[] };
}
