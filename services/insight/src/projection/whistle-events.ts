import type { CloudEvent } from '@hsl/contracts/event';
import { RUNG_EVENTS, type RungEventType } from '@hsl/contracts/events/ladder-events';
import { SNAPSHOT_EVENTS, TASK_EVENTS } from '@hsl/contracts/events/snapshot-events';

/** What a matter is folded from. */
export const MATTER_EVENTS = [...SNAPSHOT_EVENTS, ...TASK_EVENTS, ...RUNG_EVENTS] as const;

export type SnapshotEvent = CloudEvent<(typeof SNAPSHOT_EVENTS)[number]>;
export type TaskEvent = CloudEvent<(typeof TASK_EVENTS)[number]>;
export type RungEvent = CloudEvent<RungEventType>;

/** Everything that moves a matter. */
export type MatterEvent = SnapshotEvent | TaskEvent | RungEvent;

const isOneOf =
  <T extends MatterEvent>(types: readonly T['type'][]) =>
  (event: MatterEvent): event is T =>
    types.includes(event.type);

export const isSnapshotEvent = isOneOf<SnapshotEvent>(SNAPSHOT_EVENTS);
export const isTaskEvent = isOneOf<TaskEvent>(TASK_EVENTS);
