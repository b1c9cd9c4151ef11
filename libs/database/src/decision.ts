import type { EventType } from '@hsl/contracts/events/event-types';
import type { OutgoingEvent } from '@hsl/contracts/event';
import type { Instant } from '@hsl/contracts/instants';
import type { SqlFragment } from './sql-fragment.js';
import type { SqlValue } from './sql-values.js';

/** One line of an aggregate's history. Codes and ids only where others may read them; words go into `details`. */
export interface TimelineRow {
  kind: string;
  fromState?: string;
  toState?: string;
  /** Absent where the clock acted. */
  actorId?: string;
  actorRole?: string;
  /** Milliseconds since the epoch; the decision's instant if absent. */
  at?: Instant;
  details?: Record<string, unknown>;
}

/** An event of any type, typed as what its type says. */
export type AnyOutgoingEvent = { [T in EventType]: OutgoingEvent<T> }[EventType];

interface DecisionBase {
  /** Table with the columns id, subdistrict_id, version, last_decision_id. */
  table: string;
  id: string;
  subdistrictId: string;
  /** Columns of the aggregate; `undefined` leaves one alone. */
  patch: Record<string, SqlValue>;
  /** The same for every retry of the same decision, e.g. `<workflow id>#<step>` or the request's id. */
  decisionId: string;
  /** When it was decided; becomes the events' time. Milliseconds since the epoch. */
  at: Instant;
  timeline: readonly TimelineRow[];
  events: readonly AnyOutgoingEvent[];
  /** Name of the service; the events' source is `/hsl/<source>`. */
  source: string;
  /** Further steps of the same statement, made with `cte`. */
  also?: readonly SqlFragment[];
}

/** A change of the row that is at `expectedVersion`, or its birth at version 1. */
export type Decision = DecisionBase &
  (
    | {
        expectedVersion: number;
        insert?: never;
        /**
         * The caller numbers the decisions itself, as a workflow does. What stands under this version with another id,
         * and whatever came after it, was recorded by an attempt that died before its workflow could remember it: it
         * gives way to this decision.
         */
        supersedesForgotten?: boolean;
      }
    | { insert: true; expectedVersion?: never; supersedesForgotten?: never }
  );

export interface Recorded {
  /** Version of the row after this decision. */
  version: number;
  /** True if the same decision had been recorded before; nothing was written now. */
  repeated: boolean;
}

/** Somebody else decided first: the row is not at the version this decision was taken on. */
export class VersionConflict extends Error {
  constructor(
    readonly table: string,
    readonly id: string,
    readonly expectedVersion: number,
    /** undefined if there is no such row (in this tenant). */
    readonly foundVersion: number | undefined,
  ) {
    super(`${table} ${id}: expected version ${expectedVersion}, found ${foundVersion ?? 'no row'}`);
    this.name = 'VersionConflict';
  }
}

/** Version of the row after the decision. */
export const versionAfter = (decision: Decision): number => (decision.expectedVersion ?? 0) + 1;
